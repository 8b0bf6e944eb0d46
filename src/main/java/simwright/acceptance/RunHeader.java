package simwright.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

/// For whom and where a run is made, as a person says it; "" where nothing was said. `batch` is the
/// same for runs that were started together; `event` and `time` are what goes on there and when it
/// does, as plans for an event require it.
public record RunHeader(
    String customer,
    String ticket,
    String asset,
    String serial,
    String site,
    String antenna,
    String attenuation,
    String bench,
    String batch,
    String event,
    String time) {
  /// Without an event.
  public RunHeader(
      String customer,
      String ticket,
      String asset,
      String serial,
      String site,
      String antenna,
      String attenuation,
      String bench,
      String batch) {
    this(customer, ticket, asset, serial, site, antenna, attenuation, bench, batch, "", "");
  }

  /// Nothing was said.
  public static final RunHeader NONE = new RunHeader("", "", "", "", "", "", "", "", "");

  /// What was said, by name.
  public Map<String, String> said() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("customer", customer);
    all.put("ticket", ticket);
    all.put("asset", asset);
    all.put("serial", serial);
    all.put("site", site);
    all.put("antenna", antenna);
    all.put("attenuation", attenuation);
    all.put("bench", bench);
    all.put("batch", batch);
    all.put("event", event);
    all.put("time", time);
    all.values().removeIf(String::isBlank);
    return all;
  }

  /// Reads what `said` told.
  public static RunHeader of(Map<String, String> said) {
    return new RunHeader(
        said.getOrDefault("customer", ""),
        said.getOrDefault("ticket", ""),
        said.getOrDefault("asset", ""),
        said.getOrDefault("serial", ""),
        said.getOrDefault("site", ""),
        said.getOrDefault("antenna", ""),
        said.getOrDefault("attenuation", ""),
        said.getOrDefault("bench", ""),
        said.getOrDefault("batch", ""),
        said.getOrDefault("event", ""),
        said.getOrDefault("time", ""));
  }

  /// The same in a batch.
  public RunHeader in(String together) {
    return new RunHeader(
        customer, ticket, asset, serial, site, antenna, attenuation, bench, together, event, time);
  }

  /// The same with one part said.
  public RunHeader with(String name, String text) {
    Map<String, String> all = said();
    all.put(name, text);
    return of(all);
  }
}
