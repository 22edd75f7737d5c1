package hillock.expr;

/// Functions of PyTorch's tensors. Autograd would give `f` other slopes at kinks, and NaN where
/// the branch of a `where` that is not taken overflows: a `Function` gives it those of `derivative`.
record PyTorchSyntax() implements PythonSyntax {
    @Override
    public String file(String title, String function, String derivative, boolean withErrorFunction) {
        return """
                # %s
                import torch


                def f(x):
                %s

                def derivative(x):
                %s

                class Activation(torch.autograd.Function):
                    @staticmethod
                    def forward(ctx, x):
                        ctx.save_for_backward(x)
                        return f(x)

                    @staticmethod
                    def backward(ctx, gradient):
                        (x,) = ctx.saved_tensors
                        return gradient * derivative(x)
                """.formatted(title, function, derivative);
    }

    @Override
    public String unary(Un op, String x) {
        return switch (op) {
            case NEG -> "-(" + x + ")";
            case NDTR -> "torch.special.ndtr(" + x + ")";
            case ABS, SIGN, SQRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, ATAN, SINH, COSH, TANH, SIGMOID, ERF, ERFC ->
                "torch." + Syntax.name(op) + "(" + x + ")";
        };
    }

    @Override
    public String extreme(Bin op, String a, String b) {
        return "torch." + op.symbol() + "imum(" + a + ", " + b + ")";
    }

    @Override
    public String bounded(Bin op, String a, String constant) {
        return "torch.clamp(" + a + ", " + (op == Bin.MAX ? "min=" : "max=") + constant + ")";
    }

    @Override
    public String choice(String condition, String yes, String no) {
        return "torch.where(" + condition + ", " + yes + ", " + no + ")";
    }

    @Override
    public String branch(String constant) {
        return "torch.full_like(x, " + constant + ")";
    }

    @Override
    public String whole(String constant) {
        return branch(constant);
    }
}
