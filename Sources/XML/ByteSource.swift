import CXML2

/// Hands chunks of bytes to libxml2, which asks for few at a time.
final class ByteSource {
    private let chunks: () throws(XMLError) -> [UInt8]
    private var chunk: [UInt8] = []
    private var used = 0
    private(set) var failure: XMLError?

    init(_ chunks: @escaping () throws(XMLError) -> [UInt8]) {
        self.chunks = chunks
    }

    /// For the `context` of libxml2's reading function. The source must outlive the reader.
    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let read: xmlInputReadCallback = { context, buffer, length in
        guard let context = unsafe context, let buffer = unsafe buffer, length > 0 else { return -1 }
        let source = unsafe Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
        let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
        return unsafe Int32(source.fill(target))
    }

    /// How many bytes were copied; 0 at the end, -1 after a failure.
    private func fill(_ target: UnsafeMutableRawBufferPointer) -> Int {
        if used == chunk.count {
            used = 0
            do { chunk = try chunks() } catch {
                failure = error
                return -1
            }
        }
        let count = min(target.count, chunk.count - used)
        unsafe target.copyBytes(from: chunk[used..<used + count])
        used += count
        return count
    }
}
