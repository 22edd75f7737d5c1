package hillock.tensor.backend;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/// Writes the transposition of a square block, as many rows as a vector has lanes, within registers. Row and lane
/// numbers exchange one bit after the other: for the bit of value d, rows i and i + d swap half of their lanes.
final class TransposeCode {
    private static final ClassDesc FLOATS = TileCode.desc(FloatVector.class);
    private static final ClassDesc INTS = TileCode.desc(IntVector.class);
    private static final ClassDesc VECTOR = TileCode.desc(Vector.class);
    private static final ClassDesc ARRAY = CD_float.arrayType();
    private static final ClassDesc SELF = ClassDesc.of(TransposeCode.class.getPackageName(), "GeneratedTransposition");
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, ARRAY, CD_int, CD_int, ARRAY, CD_int, CD_int, CD_int.arrayType(2), CD_int);

    /// The last parameter of [Form#run], by local variable.
    private static final int TURNS = 8;

    private TransposeCode() {}

    /// Row j of the block stands at `from + j·stride` and goes to column j of the one at `to`. The last parameter is
    /// that of [Tile#run].
    interface Form {
        void run(float[] source, int from, int stride, float[] into, int to, int intoStride, int[][] lanes, int turns);
    }

    static Form generate(VectorSpecies<Float> species) {
        byte[] bytes = ClassFile.of().build(SELF, type -> {
            type.withFlags(ACC_FINAL).withInterfaceSymbols(List.of(TileCode.desc(Form.class)));
            TileCode.declare(type, SELF);
            type.withMethodBody("run", RUN, ACC_PUBLIC, b -> body(b, species.length()));
        });
        return (Form) TileCode.load(bytes, species);
    }

    /// For each bit the lanes of the new rows i and i + d, counted on from the old row i to the old row i + d.
    static int[][] lanes(int length) {
        int[][] lanes = new int[2 * Integer.numberOfTrailingZeros(length)][length];
        for (int d = 1, at = 0; d < length; d *= 2, at += 2) {
            for (int l = 0; l < length; l++) {
                boolean low = (l & d) == 0;
                lanes[at][l] = low ? l : length + l - d;
                lanes[at + 1][l] = low ? l + d : length + l;
            }
        }
        return lanes;
    }

    private static void body(CodeBuilder b, int length) {
        int[] rows = new int[length];
        int[] order = new int[2 * Integer.numberOfTrailingZeros(length)];
        TileCode.turn(b, TURNS, b.allocateLocal(TypeKind.INT));
        for (int i = 0; i < order.length; i++) {
            order[i] = b.allocateLocal(TypeKind.REFERENCE);
            b.getstatic(SELF, "INT_SPECIES", TileCode.SPECIES)
                    .aload(7)
                    .loadConstant(i)
                    .aaload()
                    .iconst_0()
                    .invokestatic(
                            INTS, "fromArray", MethodTypeDesc.of(INTS, TileCode.SPECIES, CD_int.arrayType(), CD_int))
                    .astore(order[i]);
        }
        for (int j = 0; j < length; j++) {
            rows[j] = b.allocateLocal(TypeKind.REFERENCE);
            b.getstatic(SELF, "SPECIES", TileCode.SPECIES)
                    .aload(1)
                    .iload(2)
                    .loadConstant(j)
                    .iload(3)
                    .imul()
                    .iadd()
                    .invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, TileCode.SPECIES, ARRAY, CD_int))
                    .invokevirtual(FLOATS, "reinterpretAsInts", MethodTypeDesc.of(INTS))
                    .astore(rows[j]);
        }
        for (int d = 1, at = 0; d < length; d *= 2, at += 2) {
            for (int i = 0; i < length; i++)
                if ((i & d) == 0) exchange(b, rows[i], rows[i + d], order[at], order[at + 1]);
        }
        for (int j = 0; j < length; j++) {
            b.aload(rows[j])
                    .invokevirtual(INTS, "reinterpretAsFloats", MethodTypeDesc.of(FLOATS))
                    .aload(4)
                    .iload(5)
                    .loadConstant(j)
                    .iload(6)
                    .imul()
                    .iadd()
                    .invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, ARRAY, CD_int));
        }
        b.return_();
    }

    private static void exchange(CodeBuilder b, int first, int second, int low, int high) {
        MethodTypeDesc select = MethodTypeDesc.of(INTS, VECTOR, VECTOR);
        b.aload(low).aload(first).aload(second).invokevirtual(INTS, "selectFrom", select);
        b.aload(high).aload(first).aload(second).invokevirtual(INTS, "selectFrom", select);
        b.astore(second).astore(first);
    }
}
