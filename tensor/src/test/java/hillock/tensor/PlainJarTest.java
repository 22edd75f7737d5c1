package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the compiled classes of `expr` and `tensor` refer to: no socket, no native code, no exit, and no function whose
/// last bit depends on the machine.
class PlainJarTest {
    private static final Set<String> FORBIDDEN_PACKAGES =
            Set.of("java/net/", "java/nio/channels/", "java/lang/foreign/", "javax/net/", "sun/", "jdk/internal/");

    private static final Set<String> FORBIDDEN_CALLS = Set.of(
            "java/lang/System.exit",
            "java/lang/Runtime.exit",
            "java/lang/Runtime.halt",
            "java/lang/System.load",
            "java/lang/System.loadLibrary",
            "java/lang/Runtime.exec",
            "java/lang/Math.random",
            "java/util/concurrent/ThreadLocalRandom.current");

    /// The only ones of `Math` whose results Java fixes to the last bit.
    private static final Set<String> EXACT_IN_MATH = Set.of(
            "abs",
            "addExact",
            "ceil",
            "copySign",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "getExponent",
            "max",
            "min",
            "multiplyExact",
            "negateExact",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp",
            "clamp",
            "ceilDiv",
            "multiplyHigh");

    static Stream<ClassModel> classes() {
        return Stream.of(Expr.class, Tensor.class).flatMap(PlainJarTest::classesBeside);
    }

    private static Stream<ClassModel> classesBeside(Class<?> type) {
        try {
            Path root = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(root)) return classesUnder(root);
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return classesUnder(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ClassModel> classesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".class")).map(PlainJarTest::parse).toList().stream();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allClassesAreLookedAt() {
        assertThat(classes().map(c -> c.thisClass().asInternalName()))
                .contains("hillock/expr/Expr", "hillock/expr/kernel/Elementary", "hillock/tensor/backend/Gemm");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void refersToNothingForbidden(ClassModel type) {
        String name = type.thisClass().asInternalName();
        assertThat(type.methods()).as(name).noneMatch(m -> m.flags().has(AccessFlag.NATIVE));
        assertThat(referred(type))
                .as(name)
                .noneMatch(c -> FORBIDDEN_PACKAGES.stream().anyMatch(c::startsWith));
        assertThat(called(type)).as(name).noneMatch(PlainJarTest::forbidden);
    }

    private static boolean forbidden(String call) {
        String math = "java/lang/Math.";
        return FORBIDDEN_CALLS.contains(call)
                || (call.startsWith(math) && !EXACT_IN_MATH.contains(call.substring(math.length())));
    }

    private static Stream<String> referred(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .flatMap(e -> e instanceof ClassEntry c ? Stream.of(c.asInternalName()) : Stream.of());
    }

    private static Stream<String> called(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .flatMap(e -> e instanceof MemberRefEntry m
                        ? Stream.of(m.owner().asInternalName() + "." + m.name().stringValue())
                        : Stream.of());
    }
}
