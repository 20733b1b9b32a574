import Testing

@testable import Ledger

@Suite struct NetworkFileSystemTests {
    private let mounts = """
        22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
        91 22 0:45 / /mnt/chia\\040se rw,relatime shared:50 master:3 - cifs //may-chu/tonghop rw,vers=3.0
        92 22 0:46 / /srv rw - nfs4 10.0.0.1:/srv rw

        """

    @Test(arguments: [("254:1", "ext4"), ("0:45", "cifs"), ("0:46", "nfs4"), ("9:9", nil)])
    func typeIsFoundByDevice(device: String, kind: String?) {
        #expect(NetworkFileSystem.kind(ofDevice: device, mounts: mounts) == kind)
    }

    @Test func networkTypesAreTold() {
        #expect(["cifs", "nfs4", "fuse.sshfs"].allSatisfy(NetworkFileSystem.isNetwork))
        #expect(!["ext4", "xfs", "btrfs", "tmpfs", "overlay"].contains(where: NetworkFileSystem.isNetwork))
    }

    @Test func folderOfThisMachineIsLocal() {
        #expect(!NetworkFileSystem.holds(folder: "/"))
    }
}
