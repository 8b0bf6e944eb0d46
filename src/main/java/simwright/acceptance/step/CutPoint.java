package simwright.acceptance.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a download can be cut: at the beginning of one of its stages, or within the loading.
enum CutPoint {
  /// Card and server are about to authenticate each other.
  MEETING("meeting the server", "initiateAuthentication"),
  /// The server is asked what waits.
  ASKING("asking what waits", "authenticateClient"),
  /// The card prepares the download.
  PREPARING("preparing", "getBoundProfilePackage"),
  /// The package is about to be fetched.
  FETCHING("fetching the package", "getBoundProfilePackage"),
  /// The package goes into the card.
  LOADING("load", "");

  private final String stage;
  private final String function;

  CutPoint(String stage, String function) {
    this.stage = stage;
    this.function = function;
  }

  /// What the server is asked from there on (SGP.22 clause 5.6); "" where it is asked nothing.
  String function() {
    return function;
  }

  /// One by chance; for a cut by the server one at which it is asked something.
  static CutPoint random(boolean server, RandomGenerator random) {
    List<CutPoint> all =
        Stream.of(values()).filter(each -> !server || !each.function.isEmpty()).toList();
    return all.get(random.nextInt(all.size()));
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
