package hillock.expr.kernel;

import java.util.Locale;

/// Whether this process has vector instructions to offer, which the module `jdk.incubator.vector` gives access to: a
/// program gets it by `java --add-modules jdk.incubator.vector`. Classes that name its types are touched only where
/// [#AVAILABLE].
///
/// The system property `hillock.simd` chooses: `auto` (the default: as [Tier] measures), `off` (scalar code only) or
/// `always` (vector code from the first call on); `hillock.simd.bits` narrows the vectors to 128, 256 or 512 bits.
public final class Simd {
    /// How the property `hillock.simd` chooses.
    public enum Mode {
        AUTO,
        OFF,
        ALWAYS
    }

    public static final Mode MODE = mode(System.getProperty("hillock.simd", "auto"));

    private static final boolean HAS_MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /// Whether vector code may run at all.
    public static final boolean AVAILABLE = MODE != Mode.OFF && HAS_MODULE;

    /// Whether it would be welcome, but the module is not there.
    static final boolean IS_MISSING = MODE != Mode.OFF && !HAS_MODULE;

    private Simd() {}

    /// The bits of a vector that the user asked for, or 0 for as many as the machine prefers.
    public static int bits() {
        return Integer.getInteger("hillock.simd.bits", 0);
    }

    private static Mode mode(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "off" -> Mode.OFF;
            case "always" -> Mode.ALWAYS;
            default -> Mode.AUTO;
        };
    }
}
