package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.quota.Account;
import simwright.quota.Anomaly;
import simwright.quota.Budget;
import simwright.quota.DataReport;
import simwright.quota.Forecast;
import simwright.quota.ProfileSwitch;
import simwright.quota.Proposal;
import simwright.quota.RoamingIncident;
import simwright.quota.TrafficClass;
import simwright.quota.Volume;
import simwright.quota.Warnings;

/// What data says, in words and as JSON.
final class DataWords {
  private DataWords() {}

  static Map<String, Object> node(DataReport report) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", report.at().toString());
    node.put("rules", report.rules());
    node.put("budgets", report.budgets().stream().map(DataWords::node).toList());
    node.put("lines", report.lines().stream().map(DataWords::node).toList());
    node.put("switches", report.switches().stream().map(DataWords::node).toList());
    node.put("anomalies", report.anomalies().stream().map(DataWords::node).toList());
    node.put("roaming", report.roaming().stream().map(DataWords::node).toList());
    node.put("proposals", report.proposals().stream().map(DataWords::node).toList());
    node.put("warnings", report.warnings().stream().map(Warnings.Warning::text).toList());
    node.put("accounts", report.accounts().stream().map(DataWords::node).toList());
    return node;
  }

  static Map<String, Object> node(Account each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", each.at().toString());
    node.put("profile", each.profile());
    node.put("way", each.way());
    node.put("used", each.used().isPresent() ? each.used().getAsLong() : null);
    node.put("cap", each.cap().isPresent() ? each.cap().getAsLong() : null);
    node.put("reset", each.reset());
    return node;
  }

  private static Map<String, Object> node(Budget each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("profile", each.profile());
    node.put("class", key(each.traffic()));
    node.put("from", each.from().toString());
    node.put("until", each.until().toString());
    node.put("cap", each.cap());
    node.put("used", each.used());
    node.put("percent", each.percent());
    node.put("reserved", each.kept());
    node.put("atLeast", each.atLeast());
    node.put("forecast", node(each.forecast()));
    return node;
  }

  private static Map<String, Object> node(Forecast forecast) {
    Map<String, Object> node = new LinkedHashMap<>();
    switch (forecast) {
      case Forecast.Refused(String why, int n) -> {
        node.put("kind", "refused");
        node.put("why", why);
        node.put("n", n);
      }
      case Forecast.Reached(var at) -> {
        node.put("kind", "reached");
        node.put("at", at.toString());
      }
      case Forecast.Expected soon -> {
        node.put("kind", "expected");
        node.put("earliest", soon.earliest().map(Object::toString).orElse(null));
        node.put("expected", soon.expected().map(Object::toString).orElse(null));
        node.put("latest", soon.latest().map(Object::toString).orElse(null));
        node.put("bytesPerHour", soon.bytesPerHour());
        node.put("n", soon.n());
      }
    }
    return node;
  }

  private static Map<String, Object> node(DataReport.Line each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("day", each.day().toString());
    node.put("profile", each.profile());
    node.put("app", each.app());
    node.put("class", key(each.traffic()));
    node.put("sent", each.sent());
    node.put("received", each.received());
    node.put("atLeast", each.atLeast());
    return node;
  }

  private static Map<String, Object> node(ProfileSwitch each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("from", each.from().toString());
    node.put("until", each.until().toString());
    node.put("before", each.before());
    node.put("now", each.now());
    return node;
  }

  private static Map<String, Object> node(Anomaly each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("from", each.from().toString());
    node.put("until", each.until().toString());
    node.put("app", each.app());
    node.put("bytes", each.bytes());
    node.put("usual", each.usual());
    node.put("n", each.n());
    node.put("after", each.after().map(DataWords::node).orElse(null));
    node.put("words", each.words());
    return node;
  }

  private static Map<String, Object> node(RoamingIncident each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("from", each.from().toString());
    node.put("until", each.until().toString());
    node.put("profile", each.profile());
    node.put("bytes", each.bytes());
    return node;
  }

  private static Map<String, Object> node(Proposal each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("device", each.device());
    node.put("class", each.traffic().key());
    node.put("act", act(each));
    node.put("why", each.why());
    node.put("possible", each.possible());
    node.put("how", each.how());
    return node;
  }

  private static String act(Proposal each) {
    return each.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String key(Optional<TrafficClass> traffic) {
    return traffic.map(TrafficClass::key).orElse("");
  }

  static List<String> row(Budget each) {
    return List.of(
        each.device(),
        each.words(),
        Volume.words(each.cap()),
        (each.atLeast() ? "at least " : "") + Volume.words(each.used()),
        each.percent() + " %",
        each.kept() == 0 ? "" : Volume.words(each.kept()),
        words(each.forecast()));
  }

  static List<String> row(DataReport.Line each) {
    return List.of(
        each.device(),
        each.day().toString(),
        each.profile().isEmpty() ? "not known" : each.profile(),
        each.app().isEmpty() ? "whole device" : each.app(),
        each.traffic().map(TrafficClass::key).orElse("no class"),
        Volume.words(each.sent()),
        (each.atLeast() ? "at least " : "") + Volume.words(each.received()));
  }

  static String words(Forecast forecast) {
    return switch (forecast) {
      case Forecast.Refused(String why, int _) -> "no forecast: " + why;
      case Forecast.Reached(var at) -> "used up since " + at;
      case Forecast.Expected soon ->
          soon.expected().map(at -> "used up at " + at).orElse("holds")
              + " (95 %: "
              + soon.earliest().map(Object::toString).orElse("holds")
              + " to "
              + soon.latest().map(Object::toString).orElse("holds")
              + ", n = "
              + soon.n()
              + ")";
    };
  }

  static List<String> lines(DataReport report) {
    return java.util.stream.Stream.of(
            report.warnings().stream().map(each -> "▲ " + each.text()),
            report.anomalies().stream()
                .map(each -> "◆ " + each.until() + " " + each.device() + ": " + each.words()),
            report.roaming().stream()
                .map(each ->
                    "◆ "
                        + each.from()
                        + " "
                        + each.device()
                        + ": unexpected roaming under "
                        + each.profile()
                        + " until "
                        + each.until()
                        + ", "
                        + Volume.words(each.bytes())),
            report.proposals().stream()
                .map(each ->
                    "Proposed, not done: "
                        + act(each)
                        + " "
                        + each.traffic().key()
                        + " on "
                        + each.device()
                        + ", as "
                        + each.why()
                        + ". "
                        + each.how()))
        .flatMap(each -> each)
        .toList();
  }
}
