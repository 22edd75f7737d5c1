package hillock.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The libraries that take part, and how each is started at its best setting.
enum Peer {
    HILLOCK("build it by ./check"),
    OPENBLAS("install it, on Debian by apt install libopenblas0-pthread"),
    PYTORCH("install it, on Debian by apt install python3-torch, or name a Python that has it by " + Setup.PYTHON),
    DJL(Peer.BY_MAVEN),
    ND4J(Peer.BY_MAVEN),
    SMILE(Peer.BY_MAVEN);

    private static final String BY_MAVEN = "Maven resolves it where the network can be reached";

    /// What holds OpenBLAS back where an environment sets it.
    private static final List<String> UNSET = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    private final String remedy;

    Peer(String remedy) {
        this.remedy = remedy;
    }

    /// Hillock and the libraries of a list such as `pytorch,openblas`, or `all`, or the empty string.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    static Set<Peer> named(String list) {
        if (list.equals("all")) return EnumSet.allOf(Peer.class);
        Set<Peer> peers = EnumSet.of(HILLOCK);
        for (String name : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            peers.add(Arrays.stream(values())
                    .filter(p -> p.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no peer \"" + name + "\", only "
                            + Arrays.stream(values()).map(Peer::label).collect(Collectors.joining(", ")))));
        }
        return peers;
    }

    /// `pytorch`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How to get it.
    String remedy() {
        return remedy;
    }

    /// Whether `scripts/bench-peer.sh` has to make it ready.
    boolean isResolved() {
        return remedy.equals(BY_MAVEN);
    }

    /// The program that serves it with so many threads.
    List<String> command(Setup setup, int threads) {
        List<String> command = new ArrayList<>(
                switch (this) {
                    case HILLOCK -> setup.hillock(setup.classPath(), "hillock.bench.worker.HillockWorker");
                    case OPENBLAS -> setup.calling(setup.classPath(), "hillock.bench.worker.OpenBlasWorker");
                    case PYTORCH -> List.of(setup.python(), setup.pythonFile("torch_worker.py"));
                    case DJL ->
                        setup.calling(
                                setup.classPath(this),
                                "-Dai.djl.pytorch.num_threads=" + threads,
                                "-Dai.djl.pytorch.num_interop_threads=1",
                                "hillock.bench.djl.DjlWorker");
                    case ND4J -> setup.calling(setup.classPath(this), "hillock.bench.nd4j.Nd4jWorker");
                    case SMILE -> setup.calling(setup.classPath(this), "hillock.bench.smile.SmileWorker");
                });
        command.add(Integer.toString(threads));
        return command;
    }

    /// Changes the environment so that every library runs at its best on so many threads.
    static void tune(Map<String, String> environment, int threads, Setup setup) {
        UNSET.forEach(environment::remove);
        String count = Integer.toString(threads);
        for (String name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            environment.put(name, count);
        }
        environment.put("ATEN_CPU_CAPABILITY", "avx512");
        // DJL neither loads more at run time nor reports home, and unpacks into our folder.
        environment.put("DJL_OFFLINE", "true");
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("DJL_CACHE_DIR", setup.home(DJL).resolve("cache").toString());
    }
}
