package simwright.report;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.acceptance.Attached;
import simwright.acceptance.Distribution;
import simwright.acceptance.Judged;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;

/// One run within a report: `before` is the same as it was judged first, where it was judged again;
/// `said` what is told of this one alone, `among` whether it is one of several, and `pictures` what
/// knows the bytes of attachments.
record RunSection(
    Run run,
    Optional<Run> before,
    Map<String, String> said,
    boolean among,
    Function<Attached, Optional<byte[]>> pictures) {
  private static final int SHORT = 16;
  private static final int SMALL = 1_500_000;

  void write(StringBuilder html) {
    head(html);
    judged(html);
    fields(html, said);
    distributions(html);
    if (!run.samples().isEmpty()) {
      html.append("<h3>In the background</h3>\n");
      run.samples().forEach(each -> html.append(RunChart.of(each)).append('\n'));
    }
    if (!run.all().isEmpty()) {
      html.append("<h3>Over time</h3>\n").append(RunChart.of(run)).append('\n');
    }
    html.append("<h3>Steps</h3>\n<div class=\"wide\"><table><thead><tr><th>Phase</th>");
    html.append("<th>Step</th><th>Outcome</th><th>Found</th><th>Measured</th><th>Took</th>");
    html.append("<th>Transcript</th></tr></thead><tbody>\n");
    run.all().forEach(step -> row(html, step));
    html.append("</tbody></table></div>\n");
    attached(html);
  }

  /// What people attached, with the hash that the log holds.
  private void attached(StringBuilder html) {
    List<StepRecord> steps = run.all().stream().filter(step -> !step.attached().isEmpty()).toList();
    if (steps.isEmpty()) {
      return;
    }
    html.append("<h3>Attached</h3>\n");
    for (StepRecord step : steps) {
      for (Attached one : step.attached()) {
        html.append("<p>").append(text(step.name())).append(": ").append(text(one.words()));
        html.append(", SHA-256 <code>").append(hash(one.sha256())).append("</code></p>\n");
        if (one.type().picture() && one.bytes() <= SMALL) {
          pictures.apply(one).ifPresent(bytes -> picture(html, one, bytes));
        }
      }
    }
  }

  private static void picture(StringBuilder html, Attached one, byte[] bytes) {
    html.append("<p><img style=\"max-width:100%\" alt=\"").append(text(one.name()));
    html.append("\" src=\"data:image/").append(one.type().key()).append(";base64,");
    html.append(Base64.getEncoder().encodeToString(bytes)).append("\"/></p>\n");
  }

  private void head(StringBuilder html) {
    String level = among ? "h2" : "h1";
    html.append('<').append(level).append('>').append(text(run.plan()));
    html.append(among ? " on " + text(run.device()) : "").append("</").append(level);
    html.append(">\n<p class=\"verdict ").append(OutcomeMark.colour(run.outcome())).append("\">");
    html.append(OutcomeMark.shape(run.outcome())).append(' ').append(run.verdict());
    html.append("</p>\n");
    if (!run.reason().isEmpty()) {
      html.append("<p>").append(text(run.reason())).append("</p>\n");
    }
    if (run.outcome() != run.firstOutcome()) {
      html.append("<p>The first try came to ").append(run.firstOutcome().key()).append(".</p>\n");
    }
    if (run.simulated()) {
      html.append("<p><strong>SIMULATED device</strong></p>\n");
    }
    if (run.lab()) {
      html.append("<p><strong>LAB: test roots were believed</strong></p>\n");
    }
    if (run.safety().unsafe()) {
      html.append("<p class=\"box\"><strong>▲ UNSAFE: not verified that ");
      html.append(text(run.safety().title())).append(". Do this by hand:</strong> ");
      html.append(text(run.safety().byHand())).append(" ").append(text(Safety.ENDS));
      html.append("</p>\n");
    } else if (!run.safety().title().isEmpty()) {
      html.append("<p>Safe state ").append(run.safety().state().key()).append(": ");
      html.append(text(run.safety().title())).append("</p>\n");
    }
    html.append("<p>").append(text(run.subject().model())).append(", ");
    html.append(text(run.subject().hardwareProfile())).append(", at ").append(text(run.device()));
    html.append("; run ").append(text(run.id())).append(" by ").append(text(run.operator()));
    html.append(", ").append(Certificate.second(run.started())).append(" to ");
    html.append(Certificate.second(run.ended())).append("</p>\n");
  }

  private void judged(StringBuilder html) {
    before.ifPresent(first -> {
      html.append("<p><strong>Judged again</strong> without the device: first by ");
      html.append(text(first.judged().limitWords())).append(": ").append(first.verdict());
      html.append(", now by ").append(text(run.judged().limitWords())).append(": ");
      html.append(run.verdict()).append(". Both verdicts stand.</p>\n");
      limits(html, "First judged by", first.judged());
    });
    limits(html, "Judged by", run.judged());
    html.append("<p>Plan file SHA-256 <code>").append(hash(run.judged().planSha256()));
    html.append("</code></p>\n");
  }

  private static void limits(StringBuilder html, String words, Judged judged) {
    html.append("<p>").append(words).append(' ').append(text(judged.limitWords()));
    if (!judged.limitsSha256().isEmpty()) {
      html.append(", SHA-256 <code>").append(hash(judged.limitsSha256())).append("</code>");
    }
    html.append("</p>\n");
  }

  /// What a person said of runs.
  static void fields(StringBuilder html, Map<String, String> said) {
    if (said.isEmpty()) {
      return;
    }
    html.append("<table><tbody>\n");
    said.forEach((name, value) -> {
      html.append("<tr><th>").append(name).append("</th><td>").append(text(value));
      html.append("</td></tr>\n");
    });
    html.append("</tbody></table>\n");
  }

  private void distributions(StringBuilder html) {
    for (Series series : Series.of(run)) {
      Distribution found = Distribution.of(series.values());
      html.append("<h3>").append(text(series.title())).append(": ");
      html.append(text(series.limit().name())).append("</h3>\n<p>").append(found.count());
      html.append(" values in ").append(text(series.limit().unit()));
      found
          .byName()
          .forEach((name, value) -> {
            if (!name.equals("count")) {
              html.append(", ").append(name).append(' ').append(Limit.number(value));
            }
          });
      html.append(" (").append(text(series.limit().words())).append(")</p>\n");
      html.append(RunPicture.of(series)).append('\n');
    }
  }

  private static void row(StringBuilder html, StepRecord step) {
    html.append("<tr><td>").append(text(step.phase())).append("</td><td>");
    html.append(text(step.name())).append("</td><td class=\"state ");
    html.append(OutcomeMark.colour(step.outcome())).append("\">");
    html.append(OutcomeMark.shape(step.outcome())).append(' ').append(step.outcome().key());
    html.append("</td><td>").append(text(StepWords.of(step)));
    step.code()
        .ifPresent(code -> html.append(" <code>").append(text(code.toString())).append("</code>"));
    html.append("</td><td>");
    step.measured().forEach(each -> measured(html, each));
    html.append("</td><td>").append(seconds(step.took())).append("</td><td>");
    if (!step.range().file().isEmpty()) {
      html.append(text(step.range().file())).append(", bytes ").append(step.range().from());
      html.append(" to ").append(step.range().to());
      html.append(", SHA-256 <code title=\"").append(hash(step.sha256())).append("\">");
      html.append(hash(step.sha256()), 0, Math.min(SHORT, hash(step.sha256()).length()));
      html.append("…</code>");
    }
    html.append("</td></tr>\n");
  }

  private static void measured(StringBuilder html, Measured each) {
    html.append("<div class=\"").append(OutcomeMark.colour(each.outcome())).append("\">");
    html.append(OutcomeMark.shape(each.outcome())).append(' ').append(text(each.limit().name()));
    html.append(' ').append(text(each.words())).append(" (").append(text(each.limit().words()));
    html.append(")</div>");
    each.value()
        .filter(Double::isFinite)
        .ifPresent(value -> html.append(RunPicture.of(each, value)));
  }

  private static String seconds(Duration took) {
    return Limit.number(took.toMillis() / 1000.0) + " s";
  }

  /// A hash is ours and shown whole, though it may look like an identifier.
  static String hash(String raw) {
    return raw.matches("[0-9a-f]*") ? raw : text(raw);
  }

  private static String text(String raw) {
    return Literal.markup(raw);
  }
}
