package hillock.cli.report;

import hillock.data.BadInput;
import hillock.data.Csv;
import hillock.data.Example;
import hillock.data.Examples;
import hillock.data.Table;
import hillock.io.Provenance;
import hillock.tensor.Rng;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The table that is fitted, and where it came from.
///
/// ```java
/// Source.of(Path.of("data/iris.csv")).name();          // iris
/// Source.example("spiral", 400, 0).table().rows();     // 400
/// ```
///
/// @param name for the model folder: the file's without its extensions, or the example's
/// @param sha256 of the file; of the table written as CSV where it came from no file
/// @param truth the function behind the points of a generated curve
/// @param about where the data come from, for an example; empty for a file
public record Source(String name, Table table, String sha256, Optional<DoubleUnaryOperator> truth, String about) {
    /// The name of the real table that ships with Hillock, beside the generated ones.
    public static final String CO2 = "co2";

    /// The table in a file, see [Table#read]; `-` is standard input.
    public static Source of(Path file) {
        if (Files.notExists(file) && isExample(file.toString()))
            throw new BadInput(
                    "there is no file " + file + ", but an example of that name: hillock fit --example " + file + ".");
        Table table = Table.read(file);
        boolean again = Files.isRegularFile(file);
        return new Source(nameOf(file), table, again ? Provenance.sha256(file) : hash(table), Optional.empty(), "");
    }

    /// A table that ships with Hillock or is generated.
    public static Source example(String name, int rows, long seed) {
        if (name.equals(CO2)) {
            Table co2 = Examples.co2();
            return new Source(CO2, co2, hash(co2), Optional.empty(), Examples.CO2_SOURCE);
        }
        Example example = Example.named(name);
        Table table = example.table(Rng.of(seed), rows);
        return new Source(example.name(), table, hash(table), example.truth(), example.formula());
    }

    private static boolean isExample(String name) {
        return name.equals(CO2) || Examples.ALL.stream().anyMatch(e -> e.name().equals(name));
    }

    private static String nameOf(Path file) {
        if (file.toString().equals("-")) return "stdin";
        String name = file.getFileName().toString().replaceFirst("(?<=.)\\.gz$", "");
        if (name.contains("images")) name = name.replaceFirst("[-.]idx\\d-ubyte$", "");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String hash(Table table) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            Csv.write(new OutputStreamWriter(out, StandardCharsets.UTF_8), table);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
