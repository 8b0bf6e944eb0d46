package simwright.ui.result;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import simwright.acceptance.RunField;
import simwright.acceptance.plan.Limit;
import simwright.rollout.Measurement;
import simwright.rollout.Trend;
import simwright.ui.frame.DeviceChoice;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.Histogram;
import simwright.ui.part.StateMark;
import simwright.ui.part.TrendChart;

/// A measurement over time against its limits, and how its values are spread.
public final class TrendView {
  private static final List<RunField> SPLITS =
      List.of(
          RunField.DEVICE,
          RunField.MODEL,
          RunField.FIRMWARE,
          RunField.NETWORK,
          RunField.OPERATOR,
          RunField.BENCH,
          RunField.SITE);

  private final TrendModel viewModel;
  private final DateTimeFormatter when;

  @FXML private ComboBox<Measurement> measurements;
  @FXML private ComboBox<Optional<RunField>> splits;
  @FXML private VBox trends;

  /// A view of measurements over time in a time zone.
  public TrendView(TrendModel viewModel, ZoneId zone) {
    this.viewModel = viewModel;
    this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// What it shows.
  public TrendModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    measurements.setConverter(
        converter(one -> DeviceText.literal(one.words()) + ", " + DeviceText.literal(one.unit())));
    measurements.setItems(viewModel.getMeasurements());
    measurements.valueProperty().bindBidirectional(viewModel.chosenProperty());
    List<Optional<RunField>> all = new ArrayList<>();
    all.add(Optional.empty());
    SPLITS.forEach(each -> all.add(Optional.of(each)));
    splits.setConverter(
        converter(by -> by.map(TrendView::word).orElse(Text.of("trend.split.none"))));
    splits.getItems().setAll(all);
    splits.valueProperty().bindBidirectional(viewModel.byProperty());
    viewModel.getTrends().addListener((ListChangeListener<Trend>) _ -> show());
    show();
    viewModel.refresh();
  }

  static String word(RunField field) {
    return switch (field) {
      case DEVICE -> Text.of("field.device");
      case MODEL -> Text.of("field.model");
      case FIRMWARE -> Text.of("field.firmware");
      case NETWORK -> Text.of("field.network");
      case OPERATOR -> Text.of("field.operator");
      case BENCH -> Text.of("field.bench");
      case SITE -> Text.of("field.site");
      case PLAN -> Text.of("field.plan");
      case EDITION -> Text.of("field.edition");
    };
  }

  static <T> StringConverter<T> converter(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T one) {
        return one == null ? "" : words.apply(one);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  private void show() {
    if (viewModel.getTrends().isEmpty()) {
      trends.getChildren().setAll(viewModel.getState().label());
      return;
    }
    trends.getChildren().setAll(viewModel.getTrends().stream().map(this::card).toList());
  }

  private VBox card(Trend trend) {
    String unit = DeviceText.literal(trend.measurement().unit());
    Label title =
        FourLines.line(
            Verdict.named(
                trend.split().isEmpty() ? Text.of("trend.all") : DeviceText.literal(trend.split()),
                trend.simulated()));
    title.getStyleClass().add("sw-strong");
    Label spread = FourLines.line(trend.spread().words(unit));
    List<Trend.Point> points = trend.points();
    Limit limit = points.getLast().limit();
    TrendChart chart =
        new TrendChart(
            points.stream()
                .map(each -> new TrendChart.Point(each.value(), Verdict.of(each.outcome())))
                .toList(),
            limit,
            at -> viewModel.open(points.get(at)));
    chart.setAccessibleText(
        Text.format("trend.said", title.getText(), points.size(), spread.getText()));
    StateMark said = new StateMark();
    said.setWrapText(true);
    said.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    int cut = points.size() - Math.min(points.size(), chartSize(chart));
    Runnable tell =
        () -> {
          Trend.Point one = points.get(cut + chart.chosenProperty().get());
          said.setState(Verdict.of(one.outcome()));
          said.setWords(words(one, unit));
        };
    chart.chosenProperty().addListener((_, _, _) -> tell.run());
    tell.run();
    Histogram histogram = new Histogram(points.stream().map(Trend.Point::value).toList(), limit);
    histogram.setAccessibleText(Text.format("trend.spread.said", spread.getText()));
    HBox charts = new HBox(chart, histogram);
    charts.getStyleClass().add("sw-charts");
    HBox.setHgrow(chart, Priority.ALWAYS);
    HBox.setHgrow(histogram, Priority.SOMETIMES);
    Label limits = FourLines.line(Text.format("trend.limits", DeviceText.literal(limit.words())));
    limits.getStyleClass().add("sw-muted");
    VBox card = new VBox(title, spread, charts, limits, said);
    card.getStyleClass().add("sw-card");
    return card;
  }

  /// Of very many values the newest are drawn.
  private static int chartSize(TrendChart chart) {
    return chart.chosenProperty().get() + 1;
  }

  private String words(Trend.Point one, String unit) {
    return Stream.of(
            Limit.number(one.value()) + " " + unit,
            one.outcome().key(),
            when.format(one.at()),
            DeviceChoice.name(one.device()),
            one.firmware())
        .filter(each -> !each.isBlank())
        .map(DeviceText::literal)
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }
}
