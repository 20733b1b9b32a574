/// Fills in forms as a clerk would who knows nothing but the drop-downs and checks that stand in the workbook.
enum FormFilling {
    /// `save(book, source, target)`: Excel keeps a workbook's custom properties; openpyxl before 3.1 drops them, as does `forget(path)`.
    static let saving = """
        import zipfile

        def save(book, source, target):
            part = 'docProps/custom.xml'
            with zipfile.ZipFile(source) as archive: custom = archive.read(part)
            book.save(target)
            with zipfile.ZipFile(target) as archive: parts = {name: archive.read(name) for name in archive.namelist()}
            if part in parts: return
            parts[part] = custom
            office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
            relation = f'<Relationship Id="custom" Type="{office}" Target="{part}"/></Relationships>'
            parts['_rels/.rels'] = parts['_rels/.rels'].replace(b'</Relationships>', relation.encode())
            kind = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
            override = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
            types = '[Content_Types].xml'
            parts[types] = parts[types].replace(b'</Types>', override.encode())
            with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
                for name, content in parts.items(): archive.writestr(name, content)

        def forget(path):
            import re
            with zipfile.ZipFile(path) as archive: parts = {name: archive.read(name) for name in archive.namelist()}
            del parts['docProps/custom.xml']
            for name, element in (('_rels/.rels', b'Relationship'), ('[Content_Types].xml', b'Override')):
                parts[name], count = re.subn(b'<' + element + b' [^>]*docProps/custom.xml[^>]*/>', b'', parts[name])
                assert count == 1, name
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
                for name, content in parts.items(): archive.writestr(name, content)

        """

    /// A program for Debian's Python with openpyxl: folder of blank forms, folder for the filled ones. 14 rows each, as many as the longest
    /// list has values; each row another unit, so that no two rows are one. Fails where a drop-down refers to no range, to blanks or to
    /// less than the whole list, where a list is spelt out, or where a column has no check.
    static let script = """
        \(saving)
        import copy, datetime, os, sys
        import openpyxl
        from openpyxl.utils import range_boundaries, get_column_letter

        source, target = sys.argv[1:]
        os.makedirs(target, exist_ok=True)
        for name in sorted(os.listdir(source)):
            book = openpyxl.load_workbook(os.path.join(source, name))
            data, lists = book.worksheets[0], book.worksheets[2]
            assert lists.sheet_state == 'hidden', name
            checks = {}
            for check in data.data_validations.dataValidation:
                for area in check.sqref.ranges:
                    left, top, right, bottom = area.bounds
                    assert top == 2 and bottom == 2001, (name, area)
                    for column in range(left, right + 1):
                        assert column not in checks
                        checks[column] = check
            assert len(checks) == data.max_column and data.max_row == 1, name
            assert data.freeze_panes == 'B2', name
            for column in range(1, data.max_column + 1):
                check = checks[column]
                title = data.cell(1, column).value
                assert check.promptTitle and len(check.promptTitle) <= 32, title
                assert check.prompt and len(check.prompt) <= 255, title
                assert check.error and len(check.error) <= 255, title
                assert data.cell(1, column).comment.text.startswith(title), title
                offered = None
                if check.type == 'list':
                    sheet, cells = check.formula1.lstrip('=').rsplit('!', 1)
                    assert sheet.strip("'") == lists.title, check.formula1
                    l, t, r, b = range_boundaries(cells.replace('$', ''))
                    assert l == r and t == 2, check.formula1
                    offered = [lists.cell(row, l).value for row in range(t, b + 1)]
                    assert all(offered) and lists.cell(b + 1, l).value is None, offered
                    assert len(set(offered)) == len(offered) <= 14, offered
                for row in range(2, 16):
                    cell = data.cell(row, column)
                    # As Excel does: a new cell looks as its column.
                    cell._style = copy.copy(data.column_dimensions[get_column_letter(column)]._style)
                    number = row - 2
                    if offered:
                        cell.value = offered[number % len(offered)]
                        if check.errorStyle == 'warning' and 'chấm phẩy' in check.prompt and number % 2:
                            cell.value = '; '.join(offered[number % len(offered)::5])
                    elif check.type == 'whole':
                        least, most = int(check.formula1), int(check.formula2)
                        cell.value = max(least, min(most, number))
                    elif check.type == 'date':
                        days = max(int(check.formula1), 46096) + number
                        cell.value = datetime.datetime(1899, 12, 30) + datetime.timedelta(days)
                    elif check.type == 'textLength':
                        cell.value = ('%08d' % (3100000 + number)) if column == 1 else '%03d' % number
                        if title == 'Tên xã': cell.value = 'Xã ' + cell.value
                    else:
                        raise AssertionError(check.type)
            save(book, os.path.join(source, name), os.path.join(target, name))
        """
}
