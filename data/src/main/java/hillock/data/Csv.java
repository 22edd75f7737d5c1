package hillock.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Tables from and to CSV files (RFC 4180, and what spreadsheets make of it).
///
/// ```java
/// Table table = Csv.read(Path.of("iris.csv"));
/// Csv.write(Path.of("copy.csv"), table);
/// ```
///
/// Reading finds out by itself:
/// - the separator: comma, semicolon, tab or vertical bar, whichever divides the first records as
/// it divides the
///   header, or runs of blanks where none of them does; a first line `sep=;`, as Excel writes it, decides;
/// - the encoding: a byte order mark, else UTF-8, else GB18030 where the bytes look like Chinese,
/// else windows-1252;
/// - the header: the first line that is not blank, below comments (`#`, `%`) and a title; a line
/// of numbers is none,
///   nor one of texts that all come again in their columns, and the columns become `x1`, `x2`, …, `y`;
/// - how numbers are written: columns of `3,14` or `1,234.5` become plain `3.14` and `1234.5`,
/// `6:30` becomes `6.5`.
///
/// Cells lose surrounding blanks. Lines end with LF, CRLF or CR, and may break inside double
/// quotes. Blank lines are skipped, and so are lines of separators alone. What was decided stands
/// in [Table#notes].
///
/// What cannot be read is a [BadInput] that names the line: a row of another width, a quote that
/// is never closed, two columns of one name, more than [#MAX_COLUMNS] columns, a binary file, a
/// table for which Java has not enough memory.
public final class Csv {
    /// The most columns that a table may have.
    public static final int MAX_COLUMNS = 10_000;

    private Csv() {}

    /// The table in a file; `-` is standard input.
    ///
    /// @throws BadInput with one sentence for the user if there is no table to be read
    public static Table read(Path path) {
        return read(ByteSource.of(path));
    }

    static Table read(ByteSource source) {
        try {
            FileKind.refuseBinary(source);
            CsvText text = CsvText.of(source);
            return parse(text, Layout.of(text));
        } catch (IOException e) {
            throw source.unreadable(e);
        } catch (UncheckedIOException e) {
            throw source.unreadable(e.getCause());
        }
    }

    static Table parse(CsvText text, Layout layout) throws IOException {
        CsvRow row = new CsvRow();
        TableBuilder table = new TableBuilder(text, layout);
        try (Reader reader = text.reader();
                CsvReader<CsvRow> rows = layout.separator().read(row, reader)) {
            if (text.namesSeparator()) rows.skipLines(1);
            for (CsvRow next : rows) table.add(next);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException unread) throw unread;
            throw row.malformed(text.name(), e);
        }
        return NumberStyle.plain(table.build());
    }

    /// Writes a table as UTF-8 with commas, quotes where needed, one header line and LF at line
    /// ends. The file is there whole or not at all, see [WholeFile].
    ///
    /// @throws BadInput if the place cannot be written
    public static void write(Path path, Table table) {
        WholeFile.write(path, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(writer, table);
        });
    }

    /// Writes a table to a writer, as [#write(Path, Table)] does, and flushes it; closing is left
    /// to the caller.
    public static void write(Writer out, Table table) throws IOException {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        try {
            writer.writeRecord(table.columns().stream().map(Column::name).toList());
            String[] cells = new String[table.columns().size()];
            List<Column> columns = table.columns();
            for (int row = 0; row < table.rows(); row++) {
                for (int i = 0; i < cells.length; i++)
                    cells[i] = columns.get(i).cells().get(row);
                writer.writeRecord(cells);
            }
            writer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
