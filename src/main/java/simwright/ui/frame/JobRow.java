package simwright.ui.frame;

import simwright.job.JobView;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A running job in the bottom bar, in words: what, stage, count, time left, and what pressing
/// cancel does next.
public record JobRow(String id, String words, double share, String cancelWords) {
  /// A job as the bar shows it; `title` names the device.
  public static JobRow of(JobView job, String title) {
    StringBuilder words = new StringBuilder(act(job.act()));
    if (!title.isEmpty()) {
      words.append(" · ").append(DeviceText.literal(title));
    }
    if (!job.stage().isEmpty()) {
      words.append(" · ").append(DeviceText.literal(job.stage()));
    }
    if (job.total() > 0) {
      words.append(' ').append(job.done()).append('/').append(job.total());
    }
    job.left()
        .ifPresent(left -> words.append(" · ").append(Text.format("jobs.left", Ages.length(left))));
    double share = job.total() > 0 ? (double) job.done() / job.total() : -1;
    return new JobRow(job.id(), words.toString(), share, cancel(job.cancelLevel()));
  }

  private static String cancel(int level) {
    return switch (level) {
      case 0 -> Text.of("jobs.cancel");
      case 1 -> Text.of("jobs.cancel.now");
      case 2 -> Text.of("jobs.cancel.unsafe");
      default -> Text.of("jobs.cancelling");
    };
  }

  /// An act in words; acts the screen does not know keep their own name.
  public static String act(String act) {
    return switch (act) {
      case "device.connect" -> Text.of("act.connect");
      case "device.probe" -> Text.of("act.probe");
      case "device.release" -> Text.of("act.release");
      case "device.take-back" -> Text.of("act.take-back");
      case "device.ping" -> Text.of("act.ping");
      case "terminal.send" -> Text.of("act.send");
      case "acceptance.run" -> Text.of("act.run");
      case "audit.verify" -> Text.of("act.verify");
      case "audit.export" -> Text.of("act.export");
      default -> act;
    };
  }
}
