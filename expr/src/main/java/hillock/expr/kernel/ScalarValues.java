package hillock.expr.kernel;

import static hillock.expr.kernel.Bytecode.desc;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// One number at a time. A truth value is an int, 0 or 1.
final class ScalarValues implements Values {
    private static final ClassDesc MATH = desc(Math.class);
    private static final ClassDesc FLOAT = desc(Float.class);
    private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(CD_float, CD_float);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(CD_float, CD_float, CD_float);
    private static final MethodTypeDesc OF_THREE = MethodTypeDesc.of(CD_float, CD_float, CD_float, CD_float);

    @Override
    public void declare(ClassBuilder type) {}

    @Override
    public TypeKind kind(Code.Kind kind) {
        return kind == Code.Kind.FLOAT ? TypeKind.FLOAT : TypeKind.INT;
    }

    @Override
    public void wholeColumns(CodeBuilder b, int columns) {
        b.iload(columns);
    }

    @Override
    public void width(CodeBuilder b) {
        b.iconst_1();
    }

    @Override
    public boolean hasRest() {
        return false;
    }

    @Override
    public void beginRest(CodeBuilder b, int column, int columns) {}

    @Override
    public void constant(CodeBuilder b, float x) {
        b.loadConstant(x);
    }

    @Override
    public void integer(CodeBuilder b, int i) {
        b.loadConstant(i);
    }

    @Override
    public void repeat(CodeBuilder b) {}

    @Override
    public void beginRead(CodeBuilder b) {}

    @Override
    public void read(CodeBuilder b, boolean rest) {
        b.faload();
    }

    @Override
    public void write(CodeBuilder b, boolean rest) {
        // The stack holds value, array, position: the array store wants the value last.
        b.dup2_x1().pop2().fastore();
    }

    @Override
    public void load(CodeBuilder b, int local) {
        b.fload(local);
    }

    @Override
    public void operation(CodeBuilder b, Code.Step step, int[] operands) {
        if (step.op() == Code.Op.SELECT) {
            b.iload(operands[0]).ifThenElse(yes -> yes.fload(operands[1]), no -> no.fload(operands[2]));
            return;
        }
        for (int i = 0; i < operands.length; i++) {
            b.loadLocal(kind(operandKind(step.op())), operands[i]);
        }
        apply(b, step);
    }

    /// The kind of the operands; those of a selection differ and are dealt with above.
    static Code.Kind operandKind(Code.Op op) {
        return switch (op) {
            case INPUT,
                    UNIFORM,
                    CONSTANT,
                    ADD,
                    SUB,
                    MUL,
                    DIV,
                    FMA,
                    SQRT,
                    ABS,
                    NEG,
                    MIN,
                    MAX,
                    TO_BITS,
                    GREATER,
                    EQUAL,
                    RARE_SIN,
                    RARE_COS,
                    RARE_SIGMOID,
                    RARE_ATAN,
                    RARE_SINH,
                    RARE_COSH,
                    RARE_ERFC,
                    SELECT -> Code.Kind.FLOAT;
            case INTEGER, FROM_BITS, INT_ADD, INT_SUB, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, INT_GREATER, INT_EQUAL ->
                Code.Kind.INT;
        };
    }

    private static void apply(CodeBuilder b, Code.Step step) {
        switch (step.op()) {
            case ADD -> b.fadd();
            case SUB -> b.fsub();
            case MUL -> b.fmul();
            case DIV -> b.fdiv();
            case NEG -> b.fneg();
            case FMA -> b.invokestatic(MATH, "fma", OF_THREE);
            case MIN -> b.invokestatic(MATH, "min", OF_TWO);
            case MAX -> b.invokestatic(MATH, "max", OF_TWO);
            case ABS -> b.invokestatic(MATH, "abs", OF_ONE);
            case SQRT ->
                b.f2d()
                        .invokestatic(MATH, "sqrt", MethodTypeDesc.ofDescriptor("(D)D"))
                        .d2f();
            case TO_BITS -> b.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
            case FROM_BITS -> b.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
            case INT_ADD -> b.iadd();
            case INT_SUB -> b.isub();
            case AND -> b.iand();
            case OR -> b.ior();
            case XOR -> b.ixor();
            case SHIFT_LEFT -> b.loadConstant(step.number()).ishl();
            case SHIFT_RIGHT -> b.loadConstant(step.number()).ishr();
            case GREATER -> truth(b.fcmpl(), Opcode.IFGT);
            case EQUAL -> truth(b.fcmpl(), Opcode.IFEQ);
            case INT_GREATER -> truth(b, Opcode.IF_ICMPGT);
            case INT_EQUAL -> truth(b, Opcode.IF_ICMPEQ);
            case RARE_SIN, RARE_COS, RARE_SIGMOID, RARE_ATAN, RARE_SINH, RARE_COSH, RARE_ERFC ->
                b.invokestatic(desc(Rare.class), Rare.method(step.op()), OF_TWO);
            case INPUT, UNIFORM, CONSTANT, INTEGER, SELECT ->
                throw new IllegalStateException(step.op() + " is dealt with elsewhere");
        }
    }

    private static void truth(CodeBuilder b, Opcode jump) {
        b.ifThenElse(jump, CodeBuilder::iconst_1, CodeBuilder::iconst_0);
    }
}
