package simwright.catalog.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.catalog.ApnSetting;
import simwright.identity.Apn;

/// Compares the contexts of a device with a rule. Names are compared by network identifier, without
/// case and operator identifier (3GPP TS 23.003 clause 9.1); a context that leaves the choice to
/// the network differs in nothing.
public final class ApnComparison {
  private final ApnRule rule;
  private final List<FoundContext> contexts;
  private final int first;
  private final List<ApnMismatch> found = new ArrayList<>();

  private ApnComparison(ApnRule rule, List<FoundContext> contexts, int first) {
    this.rule = rule;
    this.contexts = contexts;
    this.first = first;
  }

  /// All that differs; `first` is the context that the attach brings up, which is for data in
  /// general, and `allowed` the access points that the card allows, where it has a list.
  public static List<ApnMismatch> of(
      ApnRule rule, List<FoundContext> contexts, int first, Optional<List<String>> allowed) {
    ApnComparison comparison = new ApnComparison(rule, contexts, first);
    comparison.data();
    for (ApnSetting.Type type : List.of(ApnSetting.Type.IMS, ApnSetting.Type.MMS)) {
      comparison.other(type);
    }
    allowed.ifPresent(comparison::card);
    return List.copyOf(comparison.found);
  }

  private List<ApnSetting> settings(ApnSetting.Type type) {
    return rule.settings().stream().filter(each -> each.type() == type).toList();
  }

  private void data() {
    List<ApnSetting> fitting = settings(ApnSetting.Type.DEFAULT);
    if (fitting.isEmpty()) {
      return;
    }
    Optional<FoundContext> there =
        contexts.stream().filter(each -> each.cid() == first).findFirst();
    if (there.isEmpty()) {
      say(ApnMismatch.Kind.MISSING, first, fitting.getFirst(), "there is no context " + first);
      return;
    }
    FoundContext context = there.get();
    if (new Apn(context.apn()).network().isEmpty()) {
      return;
    }
    Optional<ApnSetting> meant = named(fitting, context);
    if (meant.isPresent()) {
      particulars(context, meant.get());
    } else {
      wrong(context, fitting);
    }
  }

  private void wrong(FoundContext context, List<ApnSetting> fitting) {
    Optional<ApnSetting> other = named(rule.settings(), context);
    String asks = "context " + context.cid() + " asks for '" + context.apn() + "'";
    if (other.isPresent()) {
      say(
          ApnMismatch.Kind.TYPE,
          context.cid(),
          fitting.getFirst(),
          asks + ", which is for " + other.get().type().key() + ", not for data");
    } else {
      say(
          ApnMismatch.Kind.NAME,
          context.cid(),
          fitting.getFirst(),
          asks
              + ", not for "
              + fitting.stream()
                  .limit(3)
                  .map(each -> "'" + each.apn() + "'")
                  .collect(Collectors.joining(" or ")));
    }
  }

  private void card(List<String> allowed) {
    List<ApnSetting> fitting = settings(ApnSetting.Type.DEFAULT);
    boolean there =
        fitting.stream()
            .anyMatch(each -> allowed.stream().anyMatch(one -> new Apn(one).matches(each.apn())));
    if (!fitting.isEmpty() && !there) {
      say(
          ApnMismatch.Kind.CARD,
          first,
          fitting.getFirst(),
          "the card allows "
              + String.join(", ", allowed)
              + " alone, and not '"
              + fitting.getFirst().apn()
              + "'");
    }
  }

  /// What is not for data in general is known by its name.
  private void other(ApnSetting.Type type) {
    List<ApnSetting> fitting = settings(type);
    if (fitting.isEmpty()) {
      return;
    }
    Optional<FoundContext> there =
        contexts.stream()
            .filter(each -> each.cid() != first && named(fitting, each).isPresent())
            .findFirst();
    there.ifPresentOrElse(
        context -> named(fitting, context).ifPresent(each -> particulars(context, each)),
        () ->
            say(
                ApnMismatch.Kind.MISSING,
                free(),
                fitting.getFirst(),
                "no context asks for '" + fitting.getFirst().apn() + "', for " + type.key()));
  }

  /// The lowest number that no context has, nor one that is missing too.
  private int free() {
    int cid = 1;
    while (taken(cid)) {
      cid++;
    }
    return cid;
  }

  private boolean taken(int cid) {
    return cid == first
        || contexts.stream().anyMatch(each -> each.cid() == cid)
        || found.stream().anyMatch(each -> each.cid() == cid);
  }

  private static Optional<ApnSetting> named(List<ApnSetting> settings, FoundContext context) {
    String asked = new Apn(context.apn()).network();
    return settings.stream().filter(each -> each.apn().network().equals(asked)).findFirst();
  }

  private void particulars(FoundContext context, ApnSetting meant) {
    int cid = context.cid();
    if (!rule.namesAlone() && context.family().filter(meant.family()::equals).isEmpty()) {
      say(
          ApnMismatch.Kind.FAMILY,
          cid,
          meant,
          "context " + cid + " asks for " + context.type() + ", not for " + type(meant));
    }
    if (!rule.namesAlone() && context.signIn().isPresent()) {
      signIn(context, context.signIn().get(), meant);
    }
    context
        .granted()
        .filter(each -> !new Apn(each).matches(meant.apn()))
        .ifPresent(each ->
            say(
                ApnMismatch.Kind.GRANTED,
                cid,
                meant,
                "context "
                    + cid
                    + " asks for '"
                    + context.apn()
                    + "', and the network gave '"
                    + each
                    + "'"));
  }

  private void signIn(FoundContext context, ApnSetting.SignIn how, ApnSetting meant) {
    String who = "context " + context.cid();
    if (how != meant.signIn()) {
      say(
          ApnMismatch.Kind.CREDENTIALS,
          context.cid(),
          meant,
          who + " signs in by " + how.key() + ", not by " + meant.signIn().key());
    } else if (how != ApnSetting.SignIn.NONE
        && !meant.user().isEmpty()
        && !meant.user().equals(context.user())) {
      say(
          ApnMismatch.Kind.CREDENTIALS,
          context.cid(),
          meant,
          who + " signs in as somebody else than it ought to");
    }
  }

  /// As a device spells the addresses of a setting.
  static String type(ApnSetting setting) {
    return switch (setting.family()) {
      case IPV4 -> "IP";
      case IPV6 -> "IPV6";
      case IPV4V6 -> "IPV4V6";
    };
  }

  private void say(ApnMismatch.Kind kind, int cid, ApnSetting expected, String words) {
    found.add(new ApnMismatch(kind, cid, expected, words));
  }
}
