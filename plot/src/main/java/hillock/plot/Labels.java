package hillock.plot;

/// The words on the ready-made [Figures], in the reader's language.
///
/// ```java
/// Figure figure = Figures.lossCurves(training, validation, 37, Labels.CHINESE);
/// ```
public record Labels(
        String lossCurves,
        String epoch,
        String loss,
        String training,
        String validation,
        String bestEpoch,
        String fittedCurve,
        String network,
        String predictedAgainstActual,
        String actual,
        String predicted,
        String exact,
        String confusionMatrix,
        String decisionRegions,
        String count) {

    public static final Labels ENGLISH = new Labels(
            "Loss curves",
            "epoch",
            "loss",
            "training",
            "validation",
            "best epoch",
            "Fitted curve",
            "network",
            "Predicted against actual",
            "actual",
            "predicted",
            "predicted = actual",
            "Confusion matrix",
            "Decision regions",
            "count");

    public static final Labels CHINESE = new Labels(
            "损失曲线",
            "轮次",
            "损失",
            "训练",
            "验证",
            "最佳轮次",
            "拟合曲线",
            "网络",
            "预测值与实际值",
            "实际值",
            "预测值",
            "预测值 = 实际值",
            "混淆矩阵",
            "决策区域",
            "数量");
}
