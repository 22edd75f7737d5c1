package hillock.expr.kernel;

import static hillock.expr.kernel.Bytecode.desc;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.DEFAULT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// A vector of numbers at a time, the left-over columns by a mask. The species is a constant of the class, without
/// which nothing here would become vector instructions.
final class VectorValues implements Values {
    private static final ClassDesc FLOATS = desc(FloatVector.class);
    private static final ClassDesc INTS = desc(IntVector.class);
    private static final ClassDesc MASK = desc(VectorMask.class);
    private static final ClassDesc VECTOR = desc(Vector.class);
    private static final ClassDesc SPECIES = desc(VectorSpecies.class);
    private static final ClassDesc OPERATORS = desc(VectorOperators.class);
    private static final ClassDesc LOOKUP = desc(MethodHandles.Lookup.class);
    private static final ClassDesc HANDLES = desc(MethodHandles.class);
    private static final ClassDesc FLOAT_ARRAY = CD_float.arrayType();
    private static final ClassDesc CLASS = desc(Class.class);
    private static final ClassDesc STRING = desc(String.class);
    private static final ClassDesc COMPARISON = desc(VectorOperators.Comparison.class);
    private static final ClassDesc BINARY = desc(VectorOperators.Binary.class);

    private final VectorSpecies<Float> species;
    private ClassDesc self;
    private int mask;

    VectorValues(VectorSpecies<Float> species) {
        this.species = species;
    }

    @Override
    public void declare(ClassBuilder type) {
        self = ClassDesc.of(Bytecode.class.getPackageName(), "Kernel");
        type.withField("SPECIES", SPECIES, ACC_PRIVATE | ACC_STATIC | ACC_FINAL);
        type.withField("INT_SPECIES", SPECIES, ACC_PRIVATE | ACC_STATIC | ACC_FINAL);
        type.withMethodBody(
                CLASS_INIT_NAME,
                MTD_void,
                ACC_STATIC,
                b -> b.invokestatic(HANDLES, "lookup", MethodTypeDesc.of(LOOKUP))
                        .loadConstant(DEFAULT_NAME)
                        .loadConstant(SPECIES)
                        .invokestatic(
                                HANDLES, "classData", MethodTypeDesc.of(desc(Object.class), LOOKUP, STRING, CLASS))
                        .checkcast(SPECIES)
                        .dup()
                        .putstatic(self, "SPECIES", SPECIES)
                        .getstatic(desc(Integer.class), "TYPE", CLASS)
                        .invokeinterface(SPECIES, "withLanes", MethodTypeDesc.of(SPECIES, CLASS))
                        .putstatic(self, "INT_SPECIES", SPECIES)
                        .return_());
    }

    private CodeBuilder species(CodeBuilder b) {
        return b.getstatic(self, "SPECIES", SPECIES);
    }

    @Override
    public TypeKind kind(Code.Kind kind) {
        return TypeKind.REFERENCE;
    }

    @Override
    public void wholeColumns(CodeBuilder b, int columns) {
        b.iload(columns).loadConstant(-species.length()).iand();
    }

    @Override
    public void width(CodeBuilder b) {
        b.loadConstant(species.length());
    }

    @Override
    public boolean hasRest() {
        return true;
    }

    @Override
    public void beginRest(CodeBuilder b, int column, int columns) {
        if (mask == 0) mask = b.allocateLocal(TypeKind.REFERENCE);
        species(b)
                .iload(column)
                .iload(columns)
                .invokeinterface(SPECIES, "indexInRange", MethodTypeDesc.of(MASK, CD_int, CD_int))
                .astore(mask);
    }

    @Override
    public void constant(CodeBuilder b, float x) {
        b.loadConstant(x);
        repeat(b);
    }

    @Override
    public void integer(CodeBuilder b, int i) {
        b.getstatic(self, "INT_SPECIES", SPECIES)
                .loadConstant(i)
                .invokestatic(INTS, "broadcast", MethodTypeDesc.of(INTS, SPECIES, CD_int));
    }

    @Override
    public void repeat(CodeBuilder b) {
        species(b).swap().invokestatic(FLOATS, "broadcast", MethodTypeDesc.of(FLOATS, SPECIES, CD_float));
    }

    @Override
    public void beginRead(CodeBuilder b) {
        species(b);
    }

    @Override
    public void read(CodeBuilder b, boolean rest) {
        if (rest) {
            b.aload(mask)
                    .invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, SPECIES, FLOAT_ARRAY, CD_int, MASK));
        } else {
            b.invokestatic(FLOATS, "fromArray", MethodTypeDesc.of(FLOATS, SPECIES, FLOAT_ARRAY, CD_int));
        }
    }

    @Override
    public void write(CodeBuilder b, boolean rest) {
        if (rest)
            b.aload(mask).invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, FLOAT_ARRAY, CD_int, MASK));
        else b.invokevirtual(FLOATS, "intoArray", MethodTypeDesc.of(CD_void, FLOAT_ARRAY, CD_int));
    }

    @Override
    public void load(CodeBuilder b, int local) {
        b.aload(local);
    }

    @Override
    public void operation(CodeBuilder b, Code.Step step, int[] operands) {
        if (step.op() == Code.Op.SELECT) {
            b.aload(operands[2])
                    .aload(operands[1])
                    .aload(operands[0])
                    .invokevirtual(FLOATS, "blend", MethodTypeDesc.of(FLOATS, VECTOR, MASK));
            return;
        }
        b.aload(operands[0]);
        switch (step.op()) {
            case ADD, SUB, MUL, DIV, MIN, MAX -> binary(b, FLOATS, name(step.op()), operands[1]);
            case FMA ->
                b.aload(operands[1])
                        .aload(operands[2])
                        .invokevirtual(FLOATS, "fma", MethodTypeDesc.of(FLOATS, VECTOR, VECTOR));
            case SQRT, ABS, NEG -> b.invokevirtual(FLOATS, name(step.op()), MethodTypeDesc.of(FLOATS));
            case TO_BITS -> b.invokevirtual(FLOATS, "reinterpretAsInts", MethodTypeDesc.of(INTS));
            case FROM_BITS -> b.invokevirtual(INTS, "reinterpretAsFloats", MethodTypeDesc.of(FLOATS));
            case INT_ADD -> binary(b, INTS, "add", operands[1]);
            case INT_SUB -> binary(b, INTS, "sub", operands[1]);
            case AND, OR -> binary(b, INTS, name(step.op()), operands[1]);
            case XOR ->
                b.getstatic(OPERATORS, "XOR", desc(VectorOperators.Associative.class))
                        .aload(operands[1])
                        .invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, VECTOR));
            case SHIFT_LEFT -> shift(b, "LSHL", step.number());
            case SHIFT_RIGHT -> shift(b, "ASHR", step.number());
            case GREATER -> compare(b, FLOATS, "GT", operands[1]);
            case EQUAL -> compare(b, FLOATS, "EQ", operands[1]);
            case INT_GREATER -> intCompare(b, "GT", operands[1]);
            case INT_EQUAL -> intCompare(b, "EQ", operands[1]);
            case RARE_SIN, RARE_COS, RARE_SIGMOID, RARE_ATAN, RARE_SINH, RARE_COSH, RARE_ERFC ->
                b.aload(operands[1])
                        .invokestatic(
                                desc(RareLanes.class),
                                Rare.method(step.op()),
                                MethodTypeDesc.of(FLOATS, FLOATS, FLOATS));
            case INPUT, UNIFORM, CONSTANT, INTEGER, SELECT ->
                throw new IllegalStateException(step.op() + " is dealt with elsewhere");
        }
    }

    private static String name(Code.Op op) {
        return op.name().toLowerCase(Locale.ROOT);
    }

    private static void binary(CodeBuilder b, ClassDesc type, String name, int other) {
        b.aload(other).invokevirtual(type, name, MethodTypeDesc.of(type, VECTOR));
    }

    private static void shift(CodeBuilder b, String operator, int distance) {
        b.getstatic(OPERATORS, operator, BINARY)
                .loadConstant(distance)
                .invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, CD_int));
    }

    private static void compare(CodeBuilder b, ClassDesc type, String operator, int other) {
        b.getstatic(OPERATORS, operator, COMPARISON)
                .aload(other)
                .invokevirtual(type, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
    }

    /// A mask of ints becomes one of floats, which is what is selected by it.
    private void intCompare(CodeBuilder b, String operator, int other) {
        compare(b, INTS, operator, other);
        species(b).invokevirtual(MASK, "cast", MethodTypeDesc.of(MASK, SPECIES));
    }
}
