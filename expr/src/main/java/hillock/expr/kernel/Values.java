package hillock.expr.kernel;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/// How generated code holds and works on the values of [Code]: one number at a time, or a vector of them.
interface Values {
    /// What the class needs beside its method.
    void declare(ClassBuilder type);

    /// The kind of local variable that holds such a value.
    TypeKind kind(Code.Kind kind);

    /// Pushes the number of columns that are worked on in whole values.
    void wholeColumns(CodeBuilder b, int columns);

    /// Pushes how many columns a value holds.
    void width(CodeBuilder b);

    /// Whether columns may be left over.
    boolean hasRest();

    /// Prepares for the columns from `column` on, fewer than a value holds.
    void beginRest(CodeBuilder b, int column, int columns);

    void constant(CodeBuilder b, float x);

    void integer(CodeBuilder b, int i);

    /// Makes a value of the float on the stack, the same in each column.
    void repeat(CodeBuilder b);

    /// Pushes what [#read] needs below its array and position.
    void beginRead(CodeBuilder b);

    /// Reads from the array and the position on the stack.
    void read(CodeBuilder b, boolean rest);

    /// Writes the value on the stack to the array and the position above it.
    void write(CodeBuilder b, boolean rest);

    /// Pushes the float value in a local variable.
    void load(CodeBuilder b, int local);

    /// Pushes the result of an operation on the values in these local variables.
    void operation(CodeBuilder b, Code.Step step, int[] operands);
}
