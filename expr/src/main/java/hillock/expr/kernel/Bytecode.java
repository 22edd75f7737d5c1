package hillock.expr.kernel;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
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

/// Writes the loop of a kernel as a class: rows, within them columns, and in these the kernel's code, straight through.
/// What a value is, and how operations on values are written, says [Values].
final class Bytecode {
    private static final ClassDesc FORM = desc(Form.class);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            CD_void,
            CD_float.arrayType(2),
            CD_int.arrayType(),
            CD_int.arrayType(),
            CD_float.arrayType(),
            CD_int,
            CD_int);

    /// The parameters of [Form#run], by local variable.
    private static final int ARRAYS = 1;

    private static final int OFFSETS = 2;
    private static final int ROW_STRIDES = 3;
    private static final int UNIFORMS = 4;
    private static final int ROWS = 5;
    private static final int COLUMNS = 6;

    /// Steps of code that are written twice, for whole vectors and for the rest.
    private static final int LONG = 300;

    /// Steps of code that make a method which the JIT compilers still take.
    static final int LONGEST = 650;

    private final Body body;
    private final Values values;
    private final CodeBuilder b;

    /// The local variables of each array: itself, its offset and its row stride.
    private final int[] array;

    private final int[] offset;
    private final int[] stride;
    private final int[] local;
    private int column;
    /// Whether the column is the place in every array, not to be added to their offsets.
    private boolean isPlace;

    private Bytecode(Body body, Values values, CodeBuilder b) {
        this.body = body;
        this.values = values;
        this.b = b;
        int count = body.arrays();
        array = new int[count];
        offset = new int[count];
        stride = new int[count];
        local = new int[body.size()];
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /// A loop that works on the given kind of values.
    ///
    /// @param classData what the generated class finds as its class data, or null
    static Form compile(Body body, Values values, Object classData) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(Bytecode.class.getPackageName(), "Kernel"), type -> {
            type.withFlags(ACC_FINAL).withInterfaceSymbols(List.of(FORM));
            values.declare(type);
            constructor(type);
            type.withMethodBody("run", RUN, ACC_PUBLIC, b -> new Bytecode(body, values, b).write());
        });
        try {
            MethodHandles.Lookup here = MethodHandles.lookup();
            MethodHandles.Lookup hidden = classData == null
                    ? here.defineHiddenClass(bytes, true)
                    : here.defineHiddenClassWithClassData(bytes, classData, true);
            return (Form) hidden.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated kernel cannot be loaded", e);
        }
    }

    private static void constructor(ClassBuilder type) {
        type.withMethodBody(
                INIT_NAME,
                MTD_void,
                0,
                b -> b.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    }

    private void write() {
        for (int i = 0; i < array.length; i++) unpack(i);
        for (int v = 0; v < local.length; v++) if (isInvariant(v)) compute(v, false);
        int row = b.allocateLocal(TypeKind.INT);
        column = b.allocateLocal(TypeKind.INT);
        b.iconst_0().istore(row);
        Label nextRow = b.newLabel();
        Label end = b.newLabel();
        b.labelBinding(nextRow).iload(row).iload(ROWS).if_icmpge(end);
        for (int v = 0; v < local.length; v++) if (isStill(v)) compute(v, false);
        columns();
        for (int i = 0; i < array.length; i++)
            b.iload(offset[i]).iload(stride[i]).iadd().istore(offset[i]);
        b.iinc(row, 1).goto_(nextRow);
        b.labelBinding(end).return_();
    }

    private void unpack(int i) {
        array[i] = b.allocateLocal(TypeKind.REFERENCE);
        offset[i] = b.allocateLocal(TypeKind.INT);
        stride[i] = b.allocateLocal(TypeKind.INT);
        b.aload(ARRAYS).loadConstant(i).aaload().astore(array[i]);
        b.aload(OFFSETS).loadConstant(i).iaload().istore(offset[i]);
        b.aload(ROW_STRIDES).loadConstant(i).iaload().istore(stride[i]);
    }

    private void columns() {
        Label done = b.newLabel();
        if (!values.hasRest() && local.length <= LONG) sameColumns(done);
        Label next = b.newLabel();
        Label end = b.newLabel();
        // Long code stands there once: with a mask that is seldom needed, but within what a JIT compiler takes.
        boolean once = values.hasRest() && local.length > LONG;
        b.iconst_0().istore(column);
        b.labelBinding(next).iload(column);
        if (once) b.iload(COLUMNS);
        else values.wholeColumns(b, COLUMNS);
        b.if_icmpge(end);
        if (once) values.beginRest(b, column, COLUMNS);
        element(once);
        b.iload(column);
        values.width(b);
        b.iadd().istore(column);
        b.goto_(next).labelBinding(end);
        if (!once && values.hasRest()) {
            b.iload(column).iload(COLUMNS).if_icmpge(done);
            values.beginRest(b, column, COLUMNS);
            element(true);
        }
        b.labelBinding(done);
    }

    /// The columns of a row that begins at the same place in all arrays: by a loop that takes each array at the plain
    /// loop variable, of which C2 makes vector instructions.
    private void sameColumns(Label done) {
        Label different = b.newLabel();
        int first = offset[body.places().getFirst()];
        for (int i = 0; i < offset.length; i++) {
            if (!body.stands(i) && offset[i] != first)
                b.iload(offset[i]).iload(first).if_icmpne(different);
        }
        int end = b.allocateLocal(TypeKind.INT);
        b.iload(first).iload(COLUMNS).iadd().istore(end);
        b.iload(first).istore(column);
        Label next = b.newLabel();
        b.labelBinding(next).iload(column).iload(end).if_icmpge(done);
        isPlace = true;
        element(false);
        isPlace = false;
        b.iinc(column, 1).goto_(next).labelBinding(different);
    }

    /// Pushes an array and where its column is.
    private void place(int i) {
        b.aload(array[i]);
        if (isPlace) b.iload(column);
        else b.iload(offset[i]).iload(column).iadd();
    }

    /// The code for one value, and then the results, so that an output may lie where an input does.
    private void element(boolean rest) {
        for (int v = 0; v < local.length; v++) if (!isInvariant(v) && !isStill(v)) compute(v, rest);
        for (int k = 0; k < body.results().size(); k++) {
            values.load(b, local[body.results().get(k)]);
            place(body.places().get(k));
            values.write(b, rest);
        }
    }

    private boolean isInvariant(int v) {
        return switch (body.step(v).op()) {
            case CONSTANT, INTEGER, UNIFORM -> true;
            default -> false;
        };
    }

    private boolean isStill(int v) {
        Code.Step step = body.step(v);
        return step.op() == Code.Op.INPUT && body.stands(step.number());
    }

    private void compute(int v, boolean rest) {
        Code.Step step = body.step(v);
        switch (step.op()) {
            case CONSTANT -> values.constant(b, Float.intBitsToFloat(step.number()));
            case INTEGER -> values.integer(b, step.number());
            case UNIFORM -> {
                b.aload(UNIFORMS).loadConstant(step.number()).faload();
                values.repeat(b);
            }
            case INPUT -> {
                int i = step.number();
                if (isStill(v)) {
                    b.aload(array[i]).iload(offset[i]).faload();
                    values.repeat(b);
                } else {
                    values.beginRead(b);
                    place(i);
                    values.read(b, rest);
                }
            }
            default -> {
                int[] operands =
                        step.operands().stream().mapToInt(o -> local[o]).toArray();
                values.operation(b, step, operands);
            }
        }
        TypeKind kind = values.kind(step.op().kind);
        if (local[v] == 0) local[v] = b.allocateLocal(kind);
        b.storeLocal(kind, local[v]);
    }
}
