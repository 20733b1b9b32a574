import CXlsxWriter

extension WorkbookWriter {
    /// Throws `setting` where a text is too long or a name is there twice; libxlsxwriter would accept the second.
    static func set(
        _ properties: DocumentProperties,
        of workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(SpreadsheetError) {
        guard properties.created != 0 else {
            throw .setting(place: "created", reason: "0 stands for the clock in libxlsxwriter")
        }
        let texts = [
            ("title", properties.title), ("subject", properties.subject), ("author", properties.author),
            ("company", properties.company), ("comments", properties.comments),
        ]
        var checked: [String?] = []
        for (name, text) in texts {
            let text = try SafeText.checked(text, limit: 255, place: "property \(name)")
            checked.append(text.isEmpty ? nil : text)
        }
        unsafe try withCStrings(checked) { strings throws(SpreadsheetError) in
            var all = unsafe lxw_doc_properties()
            unsafe all.title = unsafe strings[0]
            unsafe all.subject = unsafe strings[1]
            unsafe all.author = unsafe strings[2]
            unsafe all.company = unsafe strings[3]
            unsafe all.comments = unsafe strings[4]
            unsafe all.created = Int(properties.created)
            try check(unsafe workbook_set_properties(workbook, &all), "workbook_set_properties")
        }
        var names: Set<String> = []
        for property in properties.custom {
            let place = "property \(property.name)"
            let name = try SafeText.checked(property.name, limit: 255, place: place)
            let value = try SafeText.checked(property.value, limit: 255, place: place)
            guard !name.isEmpty, names.insert(name.lowercased()).inserted else {
                throw .setting(place: place, reason: "without a name, or there twice")
            }
            try check(
                unsafe workbook_set_custom_property_string(workbook, name, value),
                "workbook_set_custom_property_string"
            )
        }
    }
}
