package hillock.plot;

/// The words on the ready-made [Figures], in the reader's language.
///
/// ```java
/// Figure figure = Figures.lossCurves(training, validation, 37, Labels.CHINESE);
/// ```
public record Labels(
        String lossCurves,
        String lossCurvesOf,
        String epoch,
        String loss,
        String training,
        String validation,
        String bestEpoch,
        String bestEpochs,
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
            "Loss curves of %d networks, and their median",
            "epoch",
            "loss",
            "training",
            "validation",
            "best epoch",
            "best epochs",
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
            "%d 个网络的损失曲线及其中位数",
            "轮次",
            "损失",
            "训练",
            "验证",
            "最佳轮次",
            "各网络的最佳轮次",
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
