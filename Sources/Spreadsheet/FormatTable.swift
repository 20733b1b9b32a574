import CXlsxWriter

/// The formats of one workbook: each look is made once.
@safe struct FormatTable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var cellFormats: [Format: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    /// Apart, as libxlsxwriter numbers the formats of conditions otherwise.
    private var conditionFormats: [Format: UnsafeMutablePointer<lxw_format>] = unsafe [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        unsafe self.workbook = unsafe workbook
    }

    /// nil for the default format.
    mutating func cell(_ format: Format) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format>? {
        format == Format() ? nil : unsafe try explicit(format)
    }

    /// As `cell`, and for the default format too.
    mutating func explicit(_ format: Format) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        if let known = unsafe cellFormats[format] { return unsafe known }
        try check(format)
        let made = unsafe try make()
        unsafe setFont(format, of: made)
        unsafe setCell(format, of: made)
        unsafe cellFormats[format] = unsafe made
        return unsafe made
    }

    /// Bold, italic, underline, colours, borders and number format: what a condition can change.
    mutating func condition(_ format: Format) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        if let known = unsafe conditionFormats[format] { return unsafe known }
        try check(format)
        let made = unsafe try make()
        unsafe setCommon(format, of: made)
        unsafe conditionFormats[format] = unsafe made
        return unsafe made
    }

    private func make() throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        guard let made = unsafe workbook_add_format(workbook) else {
            throw .library(operation: "workbook_add_format", reason: "no memory")
        }
        return unsafe made
    }

    /// libxlsxwriter cuts names above 127 bytes and prints a warning for what is out of range.
    private func check(_ format: Format) throws(SpreadsheetError) {
        guard !format.fontName.isEmpty, format.fontName.utf8.count < 128, SafeText.isSafe(format.fontName),
            !format.fontName.contains(where: \.isNewline)
        else { throw .setting(place: "format", reason: "font name '\(format.fontName)'") }
        guard (1...409).contains(format.fontSize) else {
            throw .setting(place: "format", reason: "font size \(format.fontSize)")
        }
        if let number = format.numberFormat {
            guard !number.isEmpty, number.utf8.count < 128, SafeText.isSafe(number) else {
                throw .setting(place: "format", reason: "number format '\(number)'")
            }
        }
        guard (0...15).contains(format.indent) else {
            throw .setting(place: "format", reason: "indent \(format.indent)")
        }
        guard (-90...90).contains(format.rotation) else {
            throw .setting(place: "format", reason: "rotation \(format.rotation)")
        }
    }

    private func setFont(_ format: Format, of made: UnsafeMutablePointer<lxw_format>) {
        // Excel's own font is left unsaid: named, it would be one more font in the file.
        if format.fontName != Format().fontName { unsafe format_set_font_name(made, format.fontName) }
        if format.fontSize != Format().fontSize { unsafe format_set_font_size(made, format.fontSize) }
        unsafe setCommon(format, of: made)
    }

    private func setCommon(_ format: Format, of made: UnsafeMutablePointer<lxw_format>) {
        if format.bold { unsafe format_set_bold(made) }
        if format.italic { unsafe format_set_italic(made) }
        if format.underline { unsafe format_set_underline(made, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let colour = format.fontColour { unsafe format_set_font_color(made, colour.lxw) }
        if let colour = format.fill { unsafe format_set_bg_color(made, colour.lxw) }
        let thin = UInt8(LXW_BORDER_THIN.rawValue)
        if format.borders.contains(.top) { unsafe format_set_top(made, thin) }
        if format.borders.contains(.bottom) { unsafe format_set_bottom(made, thin) }
        if format.borders.contains(.left) { unsafe format_set_left(made, thin) }
        if format.borders.contains(.right) { unsafe format_set_right(made, thin) }
        if let number = format.numberFormat { unsafe format_set_num_format(made, number) }
    }

    private func setCell(_ format: Format, of made: UnsafeMutablePointer<lxw_format>) {
        let horizontal =
            switch format.horizontal {
            case .general: LXW_ALIGN_NONE
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            case .justify: LXW_ALIGN_JUSTIFY
            }
        unsafe format_set_align(made, UInt8(horizontal.rawValue))
        switch format.vertical {
        case .top: unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .centre: unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        case .bottom: break  // Excel's default, and none of libxlsxwriter's settings
        }
        if format.wrap { unsafe format_set_text_wrap(made) }
        if format.indent > 0 { unsafe format_set_indent(made, UInt8(format.indent)) }
        if format.rotation != 0 { unsafe format_set_rotation(made, Int16(format.rotation)) }
    }
}

extension Colour {
    /// libxlsxwriter takes 0 for "no colour"; its black has a bit above.
    var lxw: lxw_color_t { rgb == 0 ? 0x100_0000 : rgb }
}
