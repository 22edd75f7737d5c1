/// Models in files: [hillock.io.Safetensors] for tensors, [hillock.io.ModelFolder] for a model
/// with everything that is needed to predict.
///
/// ## The model folder, format 4
///
/// | file | what |
/// |---|---|
/// | `weights.safetensors` | the network's weights under PyTorch's names: `0.weight` `[out, in]`, `0.bias` `[out]`, … |
/// | `model.json` | everything else, see below; UTF-8 |
/// | `SHA256SUMS` | the SHA-256 of every file in the folder; `sha256sum -c SHA256SUMS` checks them |
/// | others | what the caller added: a report, pictures; not needed to predict |
///
/// The fields of `model.json`, in order:
///
/// | field | what |
/// |---|---|
/// | `hillock_model` | the number of the format: 4 |
/// | `hillock_version` | the version of Hillock that wrote it |
/// | `weights_sha256` | of `weights.safetensors` |
/// | `inputs` | for each column in order how it becomes features, see [hillock.tabular.Coding] |
/// | `target` | `column`, `task` (`regression`, `binary`, `multiclass`); `classes`, or `transform`, `mean`, … |
/// | `architecture` | `inputs`, `hidden` (a list), `outputs`, `activation` |
/// | `calibration` | `temperature` of the logits; `errors`, ascending, in deviations of the target; may be absent |
/// | `ranges` | for each column of numbers or dates the `low`est and `high`est learnt from; may be absent |
/// | `left_out` | columns that are not used, each with the reason |
/// | `recipe` | `init`, `optimizer` (with its learning rate), `epochs` (at most), `batch`, `seed`; `style`, `loss`,
/// `schedule`, `clip_norm`, `clip_value`, `averaging` may be absent |
/// | `data` | `name`, and the `sha256` of the file, or null |
/// | `training` | rows, epochs, why it ended, scores on validation and, if there were some, test rows |
///
/// An input has a `column`, a `kind` and `missing`: whether a further feature tells that a cell
/// is missing. Of kind `number` it has `mean`, `deviation` and `fill`: the feature is `(x −
/// mean)/deviation`, with `fill` for a missing cell. Of kind `dates` it has the same for the days
/// since 1970-01-01, the `order` in which days and months are written (`clear`, `day_first`,
/// `month_first`) and the `parts`, see [hillock.tabular.DatePart]. Of kind `category` it has
/// `levels`, one feature each, and `rare`, levels that share one. Of kind `means`, which has no
/// `missing`, it has the `outputs` that features tell of, the `levels` ("" is a missing cell), the
/// `codes`, which are the features of each level, one level after the other, and those of an
/// `unknown` one. Of kind `pixels` it has the `shape` of a picture, `mean` and `deviation`: each
/// pixel, row after row, is a feature `(x − mean)/deviation`.
///
/// Layer `k` of the network is `y = x Wᵀ + b` with `W` = `{2k}.weight` and `b` = `{2k}.bias`; the
/// activation follows all but the last. The last gives the standardised target, the logit of the
/// second class, or a logit for each class; logits are divided by the temperature.
///
/// A score that has no finite value is null. Fields that a reader does not know are to be ignored.
/// A model of any format loads in every later version; one of a later format is refused with the
/// advice to update.
///
/// The `transform` of a target is `none`, `log` or `log1p`; `mean` and `deviation` are those of
/// the transformed numbers.
///
/// Format 2 has what format 1 had, and the kind `pixels`; format 3 has `dates` in place of `date`,
/// which were days alone; format 4 adds the kind `means`.
package hillock.io;
