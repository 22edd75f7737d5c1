package hillock.data;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;

/// The cells of a column as one array of UTF-8 bytes: a cell costs its letters and four bytes, where a string of its
/// own costs some fifty and the garbage collector's attention. [#get] makes the string anew.
final class PackedCells extends AbstractList<String> implements Cells {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final byte[] bytes;
    private final int[] ends;
    private final int size;

    private PackedCells(byte[] bytes, int[] ends, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.size = size;
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        int from = start(index);
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double number(int index) {
        Objects.checkIndex(index, size);
        double number = Numbers.parsePlain(bytes, start(index), ends[index]);
        return Double.isNaN(number) ? Numbers.parse(get(index)) : number;
    }

    @Override
    public boolean isMissing(int index) {
        Objects.checkIndex(index, size);
        int length = ends[index] - start(index);
        // All markers are shorter, and none begins with a digit; most cells do.
        if (length == 0 || length > Numbers.LONGEST_MARKER) return length == 0;
        byte first = bytes[start(index)];
        return !(first >= '0' && first <= '9') && Numbers.isMissing(get(index));
    }

    @Override
    public long hash(int index) {
        Objects.checkIndex(index, size);
        return Hash.of(bytes, start(index), ends[index]);
    }

    /// The cells from `first` on, in arrays of just the needed length.
    PackedCells from(int first) {
        int skipped = start(first);
        int[] newEnds = Arrays.copyOfRange(ends, first, size);
        for (int i = 0; i < newEnds.length; i++) newEnds[i] -= skipped;
        return new PackedCells(Arrays.copyOfRange(bytes, skipped, start(size)), newEnds, size - first);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private static int checkLength(long bytes) {
        if (bytes <= LONGEST_ARRAY) return (int) bytes;
        throw new BadInput("a column with more than 2 GB of text cannot be held: keep a part of the rows.");
    }

    /// Cells that are being read.
    static final class Builder {
        private byte[] bytes = new byte[32];
        private int[] ends = new int[8];
        private int used;
        private int size;

        void add(char[] letters, int from, int to) {
            reserve(3L * (to - from));
            int at = used;
            int i = from;
            while (i < to && letters[i] < 0x80) bytes[at++] = (byte) letters[i++];
            if (i < to) {
                byte[] rest = new String(letters, i, to - i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(rest, 0, bytes, at, rest.length);
                at += rest.length;
            }
            used = at;
            if (size == ends.length) ends = Arrays.copyOf(ends, size + (size >> 1));
            ends[size++] = at;
        }

        private void reserve(long more) {
            if (used + more <= bytes.length) return;
            long grown = Math.max(used + more, Math.min(LONGEST_ARRAY, bytes.length + (bytes.length >> 1)));
            bytes = Arrays.copyOf(bytes, checkLength(grown));
        }

        /// What was added so far, without a copy: add no more.
        PackedCells build() {
            return new PackedCells(bytes, ends, size);
        }

        /// Memory in use.
        long memory() {
            return bytes.length + 4L * ends.length;
        }
    }
}
