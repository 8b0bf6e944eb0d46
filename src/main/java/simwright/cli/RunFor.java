package simwright.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import simwright.acceptance.RunHeader;

/// For whom and where a run is made; it stands in the record and on its reports.
public final class RunFor {
  @Option(names = "--customer", paramLabel = "NAME", description = "For whom the device is tested.")
  @Nullable String customer;

  @Option(names = "--ticket", paramLabel = "ID", description = "The ticket or order it belongs to.")
  @Nullable String ticket;

  @Option(names = "--asset", paramLabel = "TAG", description = "The asset tag of the device.")
  @Nullable String asset;

  @Option(names = "--serial", paramLabel = "NUMBER", description = "The device's serial number.")
  @Nullable String serial;

  @Option(names = "--site", paramLabel = "PLACE", description = "Where the test is made.")
  @Nullable String site;

  @Option(names = "--antenna", paramLabel = "WORDS", description = "The antenna that is used.")
  @Nullable String antenna;

  @Option(
      names = "--attenuation",
      paramLabel = "WORDS",
      description = "What lies between antenna and device, such as '20 dB'.")
  @Nullable String attenuation;

  @Option(names = "--bench-name", paramLabel = "NAME", description = "How this bench is called.")
  @Nullable String benchName;

  @Option(
      names = "--event",
      paramLabel = "NAME",
      description = "What goes on at the site, such as a match.")
  @Nullable String event;

  @Option(
      names = "--time",
      paramLabel = "WORDS",
      description = "Which time of the event it is, as people say it.")
  @Nullable String time;

  /// What was said.
  RunHeader header() {
    return new RunHeader(
        said(customer),
        said(ticket),
        said(asset),
        said(serial),
        said(site),
        said(antenna),
        said(attenuation),
        said(benchName),
        "",
        said(event),
        said(time));
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
