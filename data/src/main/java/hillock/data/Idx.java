package hillock.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tables from IDX files, in which [MNIST](https://yann.lecun.com/exdb/mnist/) and its kin come:
/// `0 0 TYPE DIMENSIONS`, each dimension as four bytes, then the numbers, big-endian.
///
/// The pictures become a column `image`, the labels a column `label`. These are in a second file
/// beside the first: the one whose name says `labels` for `images` (and `idx1` for `idx3`), with
/// `.gz` or without. A file of vectors, with two dimensions, makes a column `x`.
///
/// ```java
/// Table table = Table.read(Path.of("train-images-idx3-ubyte.gz"));   // image, label
/// Optional<Path> test = Idx.testBeside(Path.of("train-images-idx3-ubyte.gz"));   // t10k-images-idx3-ubyte.gz
/// ```
public final class Idx {
    /// Names of the column of pictures, of vectors, and of labels.
    private static final String IMAGE = "image";

    private static final String VECTOR = "x";
    private static final String LABEL = "label";
    private static final int MOST_DIMENSIONS = 4;

    private final String name;
    private final PixelType type;
    private final List<Integer> dimensions;
    private final byte[] numbers;

    private Idx(String name, PixelType type, List<Integer> dimensions, byte[] numbers) {
        this.name = name;
        this.type = type;
        this.dimensions = dimensions;
        this.numbers = numbers;
    }

    static boolean isIdx(ByteSource source) throws IOException {
        byte[] head = source.head(4);
        return head.length == 4
                && head[0] == 0
                && head[1] == 0
                && PixelType.of(head[2]).isPresent()
                && head[3] >= 1
                && head[3] <= MOST_DIMENSIONS;
    }

    /// The test set that lies beside a training set, by its usual name: `t10k` or `test` for `train`.
    public static Optional<Path> testBeside(Path images) {
        String file = String.valueOf(images.getFileName());
        if (!file.contains("train") || !file.contains("images")) return Optional.empty();
        return Stream.of("t10k", "test")
                .map(word -> file.replace("train", word))
                .flatMap(Idx::packedOrNot)
                .map(images::resolveSibling)
                .filter(test -> Files.isRegularFile(test) && labelsBeside(test).isPresent())
                .findFirst();
    }

    private static Optional<Path> labelsBeside(Path images) {
        return labelNames(images).stream()
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// @param path by which the labels are found
    static Table read(ByteSource source, Path path) throws IOException {
        Idx idx = of(source);
        if (idx.dimensions.size() == 1) throw idx.labelsAlone(path);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(idx.dimensions.size() == 2 ? VECTOR : IMAGE, idx.images()));
        List<String> wanted = labelNames(path);
        Optional<Path> labels = wanted.stream()
                .map(path::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
        if (labels.isPresent()) columns.add(idx.labels(labels.get()));
        int[] rows = IntStream.rangeClosed(1, idx.count()).toArray();
        Table table = Table.of(source.name(), columns, rows);
        return labels.isPresent() ? table : table.withNotes(List.of(noLabels(source.name(), labelNames(path))));
    }

    private static Note noLabels(String name, List<String> wanted) {
        return wanted.isEmpty()
                ? Note.of(Note.Topic.NO_LABELS_ASKED, name)
                : Note.of(Note.Topic.NO_LABELS, name, String.join(" / ", wanted));
    }

    private static Idx of(ByteSource source) throws IOException {
        try (InputStream in = source.opening().open()) {
            byte[] magic = in.readNBytes(4);
            PixelType type = PixelType.of(magic[2]).orElseThrow();
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(4 * magic[3]));
            if (header.capacity() < 4 * magic[3]) throw tooShort(source.name());
            List<Integer> dimensions = new ArrayList<>();
            while (header.hasRemaining()) dimensions.add(header.getInt());
            byte[] numbers = in.readNBytes(length(source.name(), type, dimensions));
            if (numbers.length < length(source.name(), type, dimensions)) throw tooShort(source.name());
            if (in.read() >= 0)
                throw new BadInput(source.name() + " is damaged: it is longer than its first bytes say ("
                        + Images.describe(dimensions) + " numbers); get the file again.");
            return new Idx(source.name(), type, dimensions, numbers);
        }
    }

    private static BadInput tooShort(String name) {
        return new BadInput(name + " is damaged: it ends too early; get the file again.");
    }

    private static int length(String name, PixelType type, List<Integer> dimensions) {
        double bytes = type.size();
        for (int d : dimensions) {
            if (d < 1)
                throw new BadInput(name + " is damaged or empty: a dimension in its first bytes is " + d
                        + "; get the file again.");
            bytes *= d;
        }
        if (bytes > Math.min(Integer.MAX_VALUE - 8, Memory.forTables()))
            throw new BadInput(name + " says that it holds " + Images.describe(dimensions) + " numbers, more than the "
                    + Memory.text(Memory.forTables())
                    + " of memory that Java may use for it: start Java with more (-Xmx),"
                    + " or keep a part of the pictures.");
        return (int) bytes;
    }

    private int count() {
        return dimensions.getFirst();
    }

    private Images images() {
        Images images = Images.of(dimensions.subList(1, dimensions.size()), type, numbers);
        images.firstDamaged().ifPresent(i -> {
            throw new BadInput(name + " holds NaN or an infinite number in picture " + i
                    + " (counted from 0): correct it or leave the picture out.");
        });
        return images;
    }

    private Column labels(Path path) throws IOException {
        ByteSource source = ByteSource.of(path);
        try {
            if (!isIdx(source))
                throw new BadInput(path + " is no IDX file: the labels of " + name + " are expected there.");
            Idx labels = of(source);
            if (labels.dimensions.size() != 1)
                throw new BadInput(path + " holds " + Images.describe(labels.dimensions)
                        + " numbers: one label for each picture of " + name + " is expected there.");
            if (labels.count() != count())
                throw new BadInput(path + " holds " + labels.count() + " labels for the " + count() + " pictures in "
                        + name + ": they do not belong together.");
            ByteBuffer bytes = ByteBuffer.wrap(labels.numbers);
            return new Column(
                    LABEL,
                    IntStream.range(0, count())
                            .mapToObj(i -> labels.type.text(bytes, i * labels.type.size()))
                            .toList());
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private BadInput labelsAlone(Path path) {
        String file = String.valueOf(path.getFileName());
        String images = packedOrNot(file.replace("labels", "images").replaceAll("idx\\d", "idx3"))
                .filter(n -> !n.equals(file) && Files.isRegularFile(path.resolveSibling(n)))
                .findFirst()
                .map(n -> ", " + path.resolveSibling(n))
                .orElse("");
        return new BadInput(name + " holds labels alone: name the file of the pictures" + images + ".");
    }

    private static List<String> labelNames(Path images) {
        String file = String.valueOf(images.getFileName());
        return file.contains("images")
                ? packedOrNot(file.replace("images", "labels").replaceAll("idx\\d", "idx1"))
                        .collect(Collectors.toList())
                : List.of();
    }

    /// The name as it is, and with `.gz` added or taken away.
    private static Stream<String> packedOrNot(String file) {
        return Stream.of(file, file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file + ".gz");
    }
}
