package hillock.tensor.backend;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.DEFAULT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/// Writes the inner loop of a matrix product: `rows` × two vectors of C for each panel of B stay in registers while k
/// runs. For each k the vectors of B are read, and each row's element of A is repeated over a vector and multiplied
/// with
/// all of them.
///
/// The accumulators are local variables of their own: in an array each vector would be an object. The loop over k is
/// not unrolled, which gained nothing.
final class TileCode {
    private static final ClassDesc FLOATS = desc(FloatVector.class);
    private static final ClassDesc VECTOR = desc(Vector.class);
    static final ClassDesc SPECIES = desc(VectorSpecies.class);
    private static final ClassDesc LOOKUP = desc(MethodHandles.Lookup.class);
    private static final ClassDesc ARRAY = CD_float.arrayType();
    private static final ClassDesc SELF = ClassDesc.of(TileCode.class.getPackageName(), "GeneratedTile");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            CD_void, ARRAY, CD_int, CD_int, ARRAY, CD_int, CD_int, CD_int, ARRAY, CD_int, CD_int, CD_int, CD_int);

    /// The parameters of [Tile#run], by local variable.
    private static final int A = 1;

    private static final int A_AT = 2;
    private static final int A_STRIDE = 3;
    private static final int B = 4;
    private static final int B_AT = 5;
    private static final int B_STRIDE = 6;
    private static final int PANEL_STRIDE = 7;
    private static final int C = 8;
    private static final int C_AT = 9;
    private static final int C_STRIDE = 10;
    private static final int K = 11;
    private static final int TURNS = 12;

    /// Vectors of columns in a panel.
    static final int VECTORS = 2;

    private final CodeBuilder b;
    private final int rows;
    private final int vectors;
    private final int lanes;
    private final int[][] sums;
    private final int[] aAt;
    private final int[] bValues;

    private TileCode(CodeBuilder b, int rows, int panels, int lanes) {
        this.b = b;
        this.rows = rows;
        this.vectors = panels * VECTORS;
        this.lanes = lanes;
        this.sums = new int[rows][vectors];
        this.aAt = new int[rows];
        this.bValues = new int[vectors];
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /// A tile of so many rows and as many columns as so many panels have.
    static Tile generate(int rows, int panels, VectorSpecies<Float> species) {
        byte[] bytes = ClassFile.of().build(SELF, type -> {
            type.withFlags(ACC_FINAL).withInterfaceSymbols(List.of(desc(Tile.class)));
            declare(type, SELF);
            type.withMethodBody("run", RUN, ACC_PUBLIC, b -> new TileCode(b, rows, panels, species.length()).body());
        });
        return (Tile) load(bytes, species);
    }

    /// An instance of a generated class, whose class data is the species.
    static Object load(byte[] bytes, VectorSpecies<Float> species) {
        try {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, species, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated class cannot be loaded", e);
        }
    }

    /// The species as constants of the class, for floats and for ints, and its constructor.
    static void declare(ClassBuilder type, ClassDesc self) {
        type.withField("SPECIES", SPECIES, ACC_PRIVATE | ACC_STATIC | ACC_FINAL);
        type.withField("INT_SPECIES", SPECIES, ACC_PRIVATE | ACC_STATIC | ACC_FINAL);
        MethodTypeDesc classData = MethodTypeDesc.of(CD_Object, LOOKUP, desc(String.class), desc(Class.class));
        type.withMethodBody(
                CLASS_INIT_NAME,
                MTD_void,
                ACC_STATIC,
                b -> b.invokestatic(desc(MethodHandles.class), "lookup", MethodTypeDesc.of(LOOKUP))
                        .loadConstant(DEFAULT_NAME)
                        .loadConstant(SPECIES)
                        .invokestatic(desc(MethodHandles.class), "classData", classData)
                        .checkcast(SPECIES)
                        .dup()
                        .putstatic(self, "SPECIES", SPECIES)
                        .getstatic(desc(Integer.class), "TYPE", desc(Class.class))
                        .invokeinterface(SPECIES, "withLanes", MethodTypeDesc.of(SPECIES, desc(Class.class)))
                        .putstatic(self, "INT_SPECIES", SPECIES)
                        .return_());
        type.withMethodBody(
                INIT_NAME,
                MTD_void,
                0,
                b -> b.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    }

    private void body() {
        int k = b.allocateLocal(TypeKind.INT);
        for (int v = 0; v < vectors; v++) bValues[v] = b.allocateLocal(TypeKind.REFERENCE);
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) sums[r][v] = b.allocateLocal(TypeKind.REFERENCE);
        }
        for (int r = 0; r < rows; r++) {
            aAt[r] = b.allocateLocal(TypeKind.INT);
            b.iload(A_AT).loadConstant(r).iload(A_STRIDE).imul().iadd().istore(aAt[r]);
        }
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++)
                species()
                        .invokestatic(FLOATS, "zero", MethodTypeDesc.of(FLOATS, SPECIES))
                        .astore(sums[r][v]);
        }
        turn(b, TURNS, k);
        Label next = b.newLabel();
        Label end = b.newLabel();
        b.iconst_0().istore(k);
        b.labelBinding(next).iload(k).iload(K).if_icmpge(end);
        step(k);
        b.iinc(k, 1).goto_(next).labelBinding(end);
        store();
        b.return_();
    }

    /// An empty loop, so often: see [hillock.expr.kernel.Drill]. Compiled code has nothing of it.
    static void turn(CodeBuilder b, int turns, int counter) {
        Label next = b.newLabel();
        Label end = b.newLabel();
        b.iconst_0().istore(counter);
        b.labelBinding(next).iload(counter).iload(turns).if_icmpge(end);
        b.iinc(counter, 1).goto_(next).labelBinding(end);
    }

    private CodeBuilder species() {
        return b.getstatic(SELF, "SPECIES", SPECIES);
    }

    private void step(int k) {
        for (int v = 0; v < vectors; v++) {
            int panel = v / VECTORS;
            species().aload(B).iload(B_AT);
            if (panel > 0) b.iload(PANEL_STRIDE).loadConstant(panel).imul().iadd();
            b.loadConstant(v % VECTORS * lanes).iadd();
            b.invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, SPECIES, ARRAY, CD_int))
                    .astore(bValues[v]);
        }
        b.iload(B_AT).iload(B_STRIDE).iadd().istore(B_AT);
        for (int r = 0; r < rows; r++) {
            species().aload(A);
            b.iload(aAt[r])
                    .iload(k)
                    .iadd()
                    .faload()
                    .invokestatic(FLOATS, "broadcast", MethodTypeDesc.of(FLOATS, SPECIES, CD_float));
            for (int v = 1; v < vectors; v++) b.dup();
            for (int v = 0; v < vectors; v++) {
                b.aload(bValues[v])
                        .aload(sums[r][v])
                        .invokevirtual(FLOATS, "fma", MethodTypeDesc.of(FLOATS, VECTOR, VECTOR))
                        .astore(sums[r][v]);
            }
        }
    }

    private void store() {
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                b.aload(sums[r][v]).aload(C).iload(C_AT).loadConstant(v * lanes).iadd();
                b.invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, ARRAY, CD_int));
            }
            b.iload(C_AT).iload(C_STRIDE).iadd().istore(C_AT);
        }
    }
}
