package simwright.acceptance.step;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a download can be cut: at the beginning of one of its stages, or within the loading.
enum CutPoint {
  /// Card and server are about to authenticate each other.
  MEETING("meeting the server"),
  /// The server is asked what waits.
  ASKING("asking what waits"),
  /// The card prepares the download.
  PREPARING("preparing"),
  /// The package is about to be fetched.
  FETCHING("fetching the package"),
  /// The package goes into the card.
  LOADING("load");

  private final String stage;

  CutPoint(String stage) {
    this.stage = stage;
  }

  /// Whether a download stands there; of a loading when so many hundredths are done.
  boolean reached(String now, int done, int total, int percent) {
    return stage.equals(now) && (this != LOADING || done * 100 >= total * percent);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CutPoint> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  static String all() {
    return Stream.of(values()).map(CutPoint::key).collect(Collectors.joining(", "));
  }
}
