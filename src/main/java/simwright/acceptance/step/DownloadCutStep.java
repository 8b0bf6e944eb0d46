package simwright.acceptance.step;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// Cuts a download of a test order, asks the card what came of it, and resumes the order once:
/// parameter `at` is the point (meeting, asking, preparing, fetching, loading, random), `how` is
/// power, the supply of the device taken away for a moment, or server, which breaks off. It holds
/// when the profile is there in the end and nothing was left over in between; a cut that was made
/// only after the download had ended, or of which it felt nothing, proves nothing. Measures the
/// seconds from the cut to the profile, the memory that the broken download kept, how many
/// downloads it took, and how many tries with those that a download made by itself. The profile is
/// kept under the step's id.
public final class DownloadCutStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Override
  public String kind() {
    return "download-cut";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("order", "at", "how");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    Optional<String> order = Orders.objection(with);
    if (order.isPresent()) {
      return order;
    }
    if (!with.text("at", "").equals("random") && CutPoint.of(with.text("at", "")).isEmpty()) {
      return Optional.of("at is random or one of " + CutPoint.all());
    }
    if (with.text("how", "power").equals("server")
        && CutPoint.of(with.text("at", "")).filter(each -> each.function().isEmpty()).isPresent()) {
      return Optional.of("no server is asked anything at " + with.text("at", ""));
    }
    return Set.of("power", "server").contains(with.text("how", "power"))
        ? Optional.empty()
        : Optional.of("how is power or server");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s", "lost", "bytes", "downloads", "downloads", "tries", "tries");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        new Change(
            "downloads the profile of test order "
                + with.text("order", "1")
                + " and cuts it ("
                + with.text("at", "")
                + ", "
                + with.text("how", "power")
                + ")",
            Change.Weight.ORDERS));
  }

  @Override
  public Found run(StepContext context) {
    int number = Orders.number(context.with());
    return Orders.of(context, "none", number)
        .map(order -> OnCard.judged(() -> cut(context, order)))
        .orElseGet(() -> Orders.missing(context, Outcome.ERROR, "none", number));
  }

  private static Found cut(StepContext context, TestOrder order) {
    CardWork card = context.tools().card();
    CardWork.Reading before = card.read(context.deadline(), context.cancel());
    Cut cut = Cut.of(context);
    Optional<CardWork.Downloaded> first = attempt(context, order, cut);
    Optional<Found> uncut = cut.missing(first.filter(CardWork.Downloaded::installed).isPresent());
    if (uncut.isPresent()) {
      first.ifPresent(each -> met(context, each));
      return uncut.get();
    }
    Optional<CardWork.Reading> after = afterwards(context);
    if (after.isEmpty()) {
      return Found.failed(
          Outcome.TIMEOUT,
          cut.words() + "; the card could not be asked any more",
          Optional.of(AcceptanceCodes.TOO_LATE),
          Map.of());
    }
    if (first.filter(CardWork.Downloaded::installed).isPresent()) {
      met(context, first.get());
      return Found.passed(
          cut.words() + "; it came through all the same", values(context, cut, 0, 1));
    }
    double lost = before.free() - after.get().free();
    List<CardWork.Profile> more =
        after.get().all().stream()
            .filter(
                each -> before.all().stream().noneMatch(was -> was.iccid().equals(each.iccid())))
            .toList();
    if (!more.isEmpty()) {
      more.getFirst().iccid().ifPresent(iccid -> meet(context, iccid));
      return Found.passed(
          cut.words() + "; the card had installed it all the same", values(context, cut, 0, 1));
    }
    CardWork.Downloaded again =
        card.download(
            order, CardWork.Consent.YES, Progress.none(), context.deadline(), context.cancel());
    met(context, again);
    String words =
        cut.words()
            + cut.refused().map(code -> " [" + code + "]").orElse("")
            + "; nothing was left";
    return again.installed()
        ? Found.passed(words + ", and the order was resumed", values(context, cut, lost, 2))
        : Found.failed(
            Outcome.FAIL,
            words + ", and the order could not be resumed",
            again.refused(),
            values(context, cut, lost, 2));
  }

  /// What the cut broke is no bench error: it was meant to.
  private static Optional<CardWork.Downloaded> attempt(
      StepContext context, TestOrder order, Cut cut) {
    try {
      CardWork.Downloaded done =
          context
              .tools()
              .card()
              .download(order, CardWork.Consent.YES, cut, context.deadline(), context.cancel());
      cut.over();
      done.refused().ifPresent(cut::broke);
      return Optional.of(done);
    } catch (Fault broken) {
      cut.over();
      FaultCode code = broken.code();
      if (code.equals(Cancel.CANCELLED) || code.layer().equals("store")) {
        throw broken;
      }
      cut.broke(code);
      return Optional.empty();
    }
  }

  /// What the card says when the device is there again.
  private static Optional<CardWork.Reading> afterwards(StepContext context) {
    while (true) {
      try {
        return Optional.of(context.tools().card().read(context.deadline(), context.cancel()));
      } catch (Fault notYet) {
        if (notYet.code().equals(Cancel.CANCELLED)) {
          throw notYet;
        }
        if (context.deadline().passed()) {
          return Optional.empty();
        }
        context.time().sleep(PAUSE);
      }
    }
  }

  private static void met(StepContext context, CardWork.Downloaded download) {
    download.profile().ifPresent(iccid -> meet(context, iccid));
  }

  private static void meet(StepContext context, Iccid iccid) {
    context.tools().meet(context.planned().id(), iccid, true);
  }

  private static Map<String, Double> values(
      StepContext context, Cut cut, double lost, double downloads) {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("seconds", context.secondsSince(cut.moment()));
    all.put("lost", Math.max(0, lost));
    all.put("downloads", downloads);
    all.put("tries", cut.tries() + downloads - 1);
    return context.declared(all);
  }
}
