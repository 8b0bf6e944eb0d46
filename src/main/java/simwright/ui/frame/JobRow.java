package simwright.ui.frame;

import simwright.job.JobView;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A running job in the bottom bar, in words: what, stage, count, time left; what pressing cancel
/// does next, and after a press what it waits for or would leave unsafe.
public record JobRow(String id, String words, double share, String cancelWords, String waits) {
  /// A job as the bar shows it; `title` names the device.
  public static JobRow of(JobView job, String title) {
    StringBuilder words = new StringBuilder(act(job.act()));
    if (!title.isEmpty()) {
      words.append(" · ").append(DeviceText.literal(title));
    }
    String stage = stage(job);
    if (!stage.isEmpty()) {
      words.append(" · ").append(stage);
    }
    job.left()
        .ifPresent(left -> words.append(" · ").append(Text.format("jobs.left", Ages.length(left))));
    double share = job.total() > 0 ? (double) job.done() / job.total() : -1;
    return new JobRow(job.id(), words.toString(), share, cancel(job.cancelLevel()), waits(job));
  }

  /// Stage and count.
  static String stage(JobView job) {
    String stage = DeviceText.literal(job.stage());
    return job.total() > 0 ? stage + " " + job.done() + "/" + job.total() : stage;
  }

  /// What a cancel that was asked waits for, or would leave behind; "" when none was asked.
  static String waits(JobView job) {
    String stage = job.stage().isEmpty() ? act(job.act()) : DeviceText.literal(job.stage());
    return switch (job.cancelLevel()) {
      case 0 -> "";
      case 1 -> Text.format("jobs.waits", stage);
      case 2 -> Text.format("jobs.waits.no-more", unsafe(job.act()));
      default -> Text.format("jobs.leaves", unsafe(job.act()));
    };
  }

  private static String unsafe(String act) {
    return switch (act) {
      case "acceptance.run" -> Text.of("unsafe.run");
      case "device.connect", "device.probe", "device.take-back" -> Text.of("unsafe.connect");
      case "device.release" -> Text.of("unsafe.release");
      case "profile.download" -> Text.of("unsafe.download");
      case "profile.enable", "profile.disable" -> Text.of("unsafe.switch");
      case "audit.export", "audit.verify" -> Text.of("unsafe.log");
      default -> Text.of("unsafe.any");
    };
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
      case "device.refresh" -> Text.of("act.refresh");
      case "device.release" -> Text.of("act.release");
      case "device.take-back" -> Text.of("act.take-back");
      case "device.ping" -> Text.of("act.ping");
      case "device.at", "terminal.send" -> Text.of("act.send");
      case "bench.start" -> Text.of("act.bench");
      case "acceptance.run" -> Text.of("act.run");
      case "acceptance.resolve" -> Text.of("act.resolve");
      case "acceptance.report" -> Text.of("act.report");
      case "order.download" -> Text.of("act.order");
      case "order.confirm", "order.release" -> Text.of("act.order.release");
      case "order.cancel" -> Text.of("act.order.cancel");
      case "order.progress" -> Text.of("act.order.listen");
      case "euicc.read" -> Text.of("act.card");
      case "profile.download" -> Text.of("act.download");
      case "profile.enable" -> Text.of("act.enable");
      case "profile.disable" -> Text.of("act.disable");
      case "profile.rename" -> Text.of("act.rename");
      case "profile.delete" -> Text.of("act.delete");
      case "notification.send" -> Text.of("act.tell");
      case "notification.remove" -> Text.of("act.untell");
      case "audit.verify" -> Text.of("act.verify");
      case "audit.export" -> Text.of("act.export");
      default -> act;
    };
  }
}
