package hillock.expr.kernel;

import hillock.expr.Distinct;
import hillock.expr.Expr;
import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import hillock.expr.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A compiled kernel: steps over registers that hold a block of numbers each.
///
/// Each distinct subexpression is one step, however often it occurs. What does not depend on an input is
/// computed once a run, in double precision. The elements are independent of one another, so any split of
/// the work gives the same bits.
public final class Program {
    /// Numbers per block: small enough that all registers of a kernel stay in the first-level cache.
    private static final int BLOCK = 512;

    private static final Map<Kernel, Program> COMPILED = new ConcurrentHashMap<>();

    /// One operation: the expression it computes, and the registers of the result and of the operands.
    private record Step(Expr expr, int result, List<Integer> operands) {}

    private final List<Step> uniform;
    private final List<Step> varying;
    private final List<Integer> outputs;
    private final int registers;

    private Program(Kernel kernel) {
        Assembly assembly = new Assembly();
        this.outputs = kernel.outputs().stream()
                .map(assembly.parts::number)
                .map(assembly::register)
                .toList();
        this.uniform = List.copyOf(assembly.uniform);
        this.varying = List.copyOf(assembly.varying);
        this.registers = assembly.registers.size();
    }

    /// The program of a kernel, compiled when it is first asked for.
    public static Program of(Kernel kernel) {
        Program known = COMPILED.get(kernel);
        return known != null ? known : COMPILED.computeIfAbsent(kernel, Program::new);
    }

    /// Computes the elements `from` to `to - 1` of every output.
    ///
    /// @param dims the shape of the outputs
    /// @param results one contiguous array per output
    public void run(int[] dims, List<Operand> inputs, double[] params, float[][] results, int from, int to) {
        int block = Math.min(BLOCK, to - from);
        float[][] register = new float[registers][block];
        for (Step step : uniform) {
            Arrays.fill(register[step.result], (float) step.expr.evaluate(new double[0], params));
        }
        for (int at = from; at < to; at += block) {
            int n = Math.min(block, to - at);
            for (Step step : varying) execute(step, dims, inputs, register, at, n);
            for (int k = 0; k < results.length; k++) System.arraycopy(register[outputs.get(k)], 0, results[k], at, n);
        }
    }

    private static void execute(Step step, int[] dims, List<Operand> inputs, float[][] register, int at, int n) {
        float[] d = register[step.result];
        List<Integer> o = step.operands;
        switch (step.expr) {
            case Input(int index) -> inputs.get(index).read(dims, at, n, d);
            case Unary(var op, Expr _) -> Block.unary(op, d, register[o.get(0)], n);
            case Binary(var op, Expr _, Expr _) -> Block.binary(op, d, register[o.get(0)], register[o.get(1)], n);
            case Select _ ->
                Block.select(d, register[o.get(0)], register[o.get(1)], register[o.get(2)], register[o.get(3)], n);
            case Const _, Param _ -> throw new IllegalStateException("a constant is no step of the loop");
        }
    }

    /// Orders the distinct subexpressions so that operands come first, and gives each that is stored a register.
    private static final class Assembly {
        final Distinct parts = new Distinct();
        final Map<Integer, Integer> registers = new HashMap<>();
        final List<Step> uniform = new ArrayList<>();
        final List<Step> varying = new ArrayList<>();

        int register(int part) {
            Integer known = registers.get(part);
            if (known != null) return known;
            Expr e = parts.get(part);
            boolean varies = e.dependsOnInput();
            List<Integer> operands =
                    varies ? parts.operands(part).stream().map(this::register).toList() : List.of();
            int register = registers.size();
            registers.put(part, register);
            (varies ? varying : uniform).add(new Step(e, register, operands));
            return register;
        }
    }
}
