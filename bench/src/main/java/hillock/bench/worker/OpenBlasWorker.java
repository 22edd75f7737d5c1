package hillock.bench.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import hillock.bench.task.Product;
import hillock.bench.task.Task;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// OpenBLAS, called on heap arrays by critical calls, which cost some 5 ns. How many threads it takes is said by the
/// environment, `OPENBLAS_NUM_THREADS`.
@SuppressWarnings("restricted")
public final class OpenBlasWorker implements Server.Library {
    private static final String LIBRARY = System.mapLibraryName("openblas") + ".0";
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final MethodHandle sgemm;

    private OpenBlasWorker() {
        try {
            symbols = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new Job.Impossible("there is no " + LIBRARY + " here");
        }
        sgemm = linker.downcallHandle(
                symbols.findOrThrow("cblas_sgemm"),
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT),
                Linker.Option.critical(true));
    }

    /// Serves.
    public static void main(String... args) throws IOException {
        Server.serve(new OpenBlasWorker());
    }

    @Override
    public String conditions() {
        return text("openblas_get_config") + ", core " + text("openblas_get_corename");
    }

    @Override
    public Job prepare(Task task, String variant) {
        if (!(task instanceof Product p)) throw new Job.Impossible("OpenBLAS multiplies matrices only");
        float[] c = new float[p.rows() * p.columns()];
        MemorySegment a = MemorySegment.ofArray(p.left());
        MemorySegment b = MemorySegment.ofArray(p.right());
        MemorySegment result = MemorySegment.ofArray(c);
        return Job.repeating(
                () -> {
                    multiply(p, a, b, result);
                    return c;
                },
                numbers -> numbers);
    }

    private void multiply(Product p, MemorySegment a, MemorySegment b, MemorySegment c) {
        int leftStride = p.leftTransposed() ? p.rows() : p.inner();
        int rightStride = p.rightTransposed() ? p.inner() : p.columns();
        try {
            sgemm.invokeExact(
                    ROW_MAJOR,
                    p.leftTransposed() ? TRANSPOSED : PLAIN,
                    p.rightTransposed() ? TRANSPOSED : PLAIN,
                    p.rows(),
                    p.columns(),
                    p.inner(),
                    1f,
                    a,
                    leftStride,
                    b,
                    rightStride,
                    0f,
                    c,
                    p.columns());
        } catch (Throwable e) {
            throw new IllegalStateException("cblas_sgemm", e);
        }
    }

    private String text(String function) {
        try {
            MethodHandle handle = linker.downcallHandle(symbols.findOrThrow(function), FunctionDescriptor.of(ADDRESS));
            MemorySegment text = (MemorySegment) handle.invokeExact();
            return text.reinterpret(Integer.MAX_VALUE).getString(0).strip();
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }
}
