package simwright.lpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Question;
import simwright.euicc.DeviceInfo;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.rsp.trust.HostException;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Tlv;

/// What a person is told of a profile before it is fetched, and what they say. Who has agreed is
/// not asked again for the same profile in the same job.
final class DownloadConsent {
  private static final Duration PERSON = Duration.ofMinutes(5);

  private final Flow flow;
  private final Intents intents;
  private final Time time;
  private final ProfileDownload.Wish wish;
  private final Readiness ready;
  private Optional<Shown> agreed = Optional.empty();

  /// What a person has agreed to.
  private record Shown(Tlv metadata, Optional<HostException.Use> excepted) {}

  DownloadConsent(
      Flow flow, Intents intents, Time time, ProfileDownload.Wish wish, Readiness ready) {
    this.flow = flow;
    this.intents = intents;
    this.time = time;
    this.wish = wish;
    this.ready = ready;
  }

  /// Throws what keeps the profile from being fetched: a rule of the card, or what a person says.
  void ask(
      Tlv metadata,
      ProfileInfo profile,
      PolicyVerdict verdict,
      Optional<HostException.Use> excepted) {
    verdict
        .refused()
        .ifPresent(words -> {
          throw new Fault(LpaCodes.POLICY, "checking its policy rules", flow.device(), words, null);
        });
    Shown shown = new Shown(metadata, excepted);
    if (agreed.filter(shown::equals).isPresent()) {
      return;
    }
    List<String> lines = lines(profile, verdict);
    excepted.ifPresent(use -> lines.add("Exception: " + use.words() + "."));
    said(
        new Question.Consent(
            "Download this profile?",
            String.join("\n", lines),
            "Download profile",
            Optional.of("Decline"),
            PERSON),
        LpaCodes.REFUSED);
    if (verdict.consentNeeded()) {
      said(
          new Question.Consent(
              "Accept its policy rules?",
              String.join("\n", verdict.words())
                  + "\nThey hold until the operator takes them back, whatever you do here.",
              "Accept the rules",
              Optional.of("Decline"),
              PERSON),
          LpaCodes.POLICY);
    }
    agreed = Optional.of(shown);
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("policy", verdict.words());
    excepted.ifPresent(use -> with.put("exception", use.exception().host()));
    with.put("imei", imeiSent() ? "sent" : wish.imei().isPresent() ? "type only" : "none");
    flow.stage(Stage.CONSENT, "done", with);
  }

  private void said(Question.Consent question, simwright.fault.FaultCode declined) {
    flow.progress().at(ProfileDownload.ASKING, 0, 0);
    Deadline deadline = time.deadline(question.within());
    Optional<Boolean> said = flow.attendant().ask(question);
    if (said.isEmpty()) {
      throw new Fault(
          deadline.passed() ? LpaCodes.NO_ANSWER : LpaCodes.POSTPONED,
          "asking for consent",
          flow.device());
    }
    if (!said.get()) {
      throw new Fault(declined, "asking for consent", flow.device());
    }
  }

  private List<String> lines(ProfileInfo profile, PolicyVerdict verdict) {
    List<String> lines = new ArrayList<>();
    lines.add("Profile: " + profile.name().orElse("without a name"));
    lines.add("Operator: " + profile.provider().orElse("not told"));
    profile
        .profileClass()
        .ifPresent(kind -> lines.add("Kind: " + kind.name().toLowerCase(Locale.ROOT)));
    lines.add("Server: " + wish.code().host());
    profile.owner().ifPresent(owner -> lines.add("Network: " + owner.plmn()));
    Roaming.words(profile, wish.device()).ifPresent(lines::add);
    lines.addAll(verdict.words().isEmpty() ? List.of("Policy: no rules.") : verdict.words());
    lines.add(
        "Free on the card: "
            + ready.free()
            + " bytes. The size is unknown before the package is there.");
    if (!ready.numberRight()) {
      lines.add("The check digits of the card's EID are wrong: it may be a test card.");
    }
    if (!intents.elsewhere(wish.code(), ready.eid()).isEmpty()) {
      lines.add(
          "A download with this code on another card did not come to a known end. Ask that card"
              + " first: the profile may be on it.");
    }
    lines.add("The server is told " + sent() + ".");
    return lines;
  }

  /// What really goes out, whatever the device knows.
  private String sent() {
    String card = "the card's EID " + ready.eid().redacted() + " with what it can do, and ";
    Optional<Imei> imei = wish.imei();
    String type = DeviceInfo.typeCode(imei);
    if (imei.isEmpty()) {
      return card + type + " as the type of the device, as no IMEI is known; no IMEI is sent";
    }
    String wrong =
        imei.get().check() == Identifier.Check.WRONG ? ", whose check digit is wrong" : "";
    return card
        + type
        + " as the type of the device (the beginning of its IMEI)"
        + (imeiSent()
            ? ", and all of its IMEI " + imei.get().redacted() + wrong
            : "; the IMEI itself is not sent, as its check digit is not known");
  }

  private boolean imeiSent() {
    return DeviceInfo.of(wish.imei()).imei().isPresent();
  }
}
