package hillock.nn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownNameTest {
    private static final Map<String, Function<String, Object>> PARSERS =
            Map.of("activation", Activation::parse, "optimizer", Optimizer::parse, "init", Init::named);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    activation | sigmiod            | There is no activation "sigmiod": did you mean "sigmoid"?
                    activation | leaky_rlu          | There is no activation "leaky_rlu": did you mean "leaky_relu"?
                    activation | xyz                | There is no activation "xyz": choose one of identity, sigmoid, tanh, relu, leaky_relu, softmax, log_softmax, prelu, rrelu, relu6, threshold, relu_squared, elu, selu, celu, gelu, gelu_tanh, quick_gelu, silu, mish and 27 more.
                    activation | 2 * 3              | The formula "2 * 3" does not contain x: it would be the same number for every input.
                    activation | relu(alpha=1)      | relu has no setting "alpha": it has none.
                    activation | leaky_relu(slop=1) | leaky_relu has no setting "slop": it has negative_slope.
                    activation | leaky_relu(negativ_slope=1) | leaky_relu has no setting "negativ_slope": did you mean "negative_slope"?
                    activation | leaky_relu(negative_slope=nan) | In "leaky_relu(negative_slope=nan)", "negative_slope=nan" is not a setting: write name=number.
                    optimizer  | adm(lr=0.1)        | There is no optimizer "adm": did you mean "adam"?
                    optimizer  | lbfgs              | lbfgs is no optimizer of batches, it is for programs: hillock optimizers lbfgs says how.
                    optimizer  | momentum           | There is no optimizer "momentum": choose one of sgd, adam, adamw, amsgrad, amsgradw, adamax, nadam, radam, rmsprop, adagrad, adadelta, rprop, asgd, lion.
                    optimizer  | sgd(momentm=0.9)   | sgd has no setting "momentm": did you mean "momentum"?
                    init       | he_norm            | There is no initialiser "he_norm": did you mean "he_normal"?
                    init       | zeros              | There is no initialiser "zeros": choose one of xavier_uniform, xavier_normal, he_uniform, he_normal, torch, he_fan_out_uniform, he_fan_out_normal, lecun_uniform, lecun_normal, orthogonal, constant, truncated_normal.
                    """)
    void suggestsWhatMayBeMeant(String kind, String text, String sentence) {
        assertThatThrownBy(() -> PARSERS.get(kind).apply(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
