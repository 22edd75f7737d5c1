package hillock.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Files that people hand over in place of a CSV file, known by their first bytes.
///
/// @param start the first bytes, one letter each
/// @param what the file is, and how to make a CSV file of it
record FileKind(String start, String what) {
    private static final int HEAD = 1 << 16;

    private static final String EXCEL = "is an Excel workbook: open it there and save it as CSV";
    private static final String PICTURE = "is a picture, not a table: name a CSV file";
    private static final String PACKED = "is compressed: unpack it first";

    private static final List<FileKind> BINARY = List.of(
            new FileKind("\u0089PNG", PICTURE),
            new FileKind("\u00FF\u00D8\u00FF", PICTURE),
            new FileKind("GIF8", PICTURE),
            new FileKind("%PDF-", "is a PDF document: copy its table into a spreadsheet and save that as CSV"),
            new FileKind("\u00D0\u00CF\u0011\u00E0", EXCEL + " (it may be another old Office document)"),
            new FileKind("\u001F\u008B", "is packed twice: unpack it first (gunzip)"),
            new FileKind("BZh", PACKED + " (bunzip2)"),
            new FileKind("\u00FD7zXZ", PACKED + " (unxz)"),
            new FileKind("(\u00B5/\u00FD", PACKED + " (unzstd)"),
            new FileKind("7z\u00BC\u00AF", PACKED + " (7z x)"),
            new FileKind(
                    "PAR1", "is a Parquet file: convert it to CSV, say with pandas (read_parquet, to_csv) or DuckDB"),
            new FileKind("ARROW1", "is an Arrow file: convert it to CSV"),
            new FileKind("Obj\u0001", "is an Avro file: convert it to CSV"),
            new FileKind("\u0089HDF", "is an HDF5 file: convert it to CSV"),
            new FileKind("\u0093NUMPY", "is a NumPy array: save it with numpy.savetxt as CSV"),
            new FileKind("SQLite format 3", "is an SQLite database: export the table as CSV"));

    private static final Pattern ARFF =
            Pattern.compile("^\\s*@relation\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern SPARSE = Pattern.compile("[-+]?[\\d.]+( \\d+:[-+\\d.eE]+)+ *\\R");

    private static final List<FileKind> TEXT = List.of(
            new FileKind("<!doctype html", "is a web page: download the data itself (its raw form)"),
            new FileKind("<html", "is a web page: download the data itself (its raw form)"),
            new FileKind("<?xml", "is an XML document: convert it to CSV"),
            new FileKind("[{", "is JSON: convert it to CSV"),
            new FileKind("{\"", "is JSON: convert it to CSV"),
            new FileKind("%!ps", "is a PostScript document: copy its table into a spreadsheet and save that as CSV"));

    /// Refuses an empty file and one whose first bytes name another format.
    static void refuseBinary(ByteSource source) throws IOException {
        byte[] head = source.head(HEAD);
        if (head.length == 0) throw new BadInput(source.name() + " is empty: it needs a header line and rows.");
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK\u0003\u0004")) throw new BadInput(source.name() + " " + zip(bytes) + ".");
        refuse(source.name(), bytes, BINARY);
    }

    /// Refuses text that is no table, by its first letters other than blanks.
    static void refuseMarkup(String name, String text) {
        String squeezed = text.substring(0, Math.min(text.length(), 1000));
        if (ARFF.matcher(squeezed).find())
            throw new BadInput(
                    name + " is an ARFF file (Weka): put one line with the names of the columns in place of all"
                            + " lines down to @data.");
        if (SPARSE.matcher(squeezed).lookingAt())
            throw new BadInput(name + " is in the sparse form of SVMlight (index:value): convert it to CSV.");
        refuse(name, squeezed.strip().toLowerCase(Locale.ROOT).replaceAll("^([{\\[])\\s+", "$1"), TEXT);
    }

    private static void refuse(String name, String text, List<FileKind> kinds) {
        for (FileKind kind : kinds) {
            if (text.startsWith(kind.start)) throw new BadInput(name + " " + kind.what + ".");
        }
    }

    private static String zip(String bytes) {
        if (bytes.contains("xl/") || bytes.contains("[Content_Types].xml")) return EXCEL;
        if (bytes.contains("opendocument.spreadsheet")) return "is a spreadsheet: open it and save it as CSV";
        return PACKED + " (unzip)";
    }
}
