package hillock.tabular;

import hillock.data.BadInput;
import hillock.tensor.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Work on columns, trees or rows that several threads share, with the results, and the complaint, of one.
final class InOrder {
    private static final int ROWS_TOGETHER = 256;

    private InOrder() {}

    /// What comes of each, in their order.
    ///
    /// @throws BadInput the one of the first that has one
    static <T> List<T> of(int count, IntFunction<T> each) {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(count);
        AtomicReferenceArray<BadInput> complaints = new AtomicReferenceArray<>(count);
        Threads.share(count, i -> {
            try {
                results.set(i, each.apply(i));
            } catch (BadInput e) {
                complaints.set(i, e);
            }
        });
        for (int i = 0; i < count; i++) if (complaints.get(i) != null) throw complaints.get(i);
        return IntStream.range(0, count).mapToObj(results::get).toList();
    }

    /// Something done with each row.
    static void rows(int count, IntConsumer row) {
        Threads.share((count + ROWS_TOGETHER - 1) / ROWS_TOGETHER, part -> {
            int end = Math.min(count, (part + 1) * ROWS_TOGETHER);
            for (int i = part * ROWS_TOGETHER; i < end; i++) row.accept(i);
        });
    }
}
