package simwright.ui;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.ConfiguredAddresses;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.InstallationResult;
import simwright.euicc.MemoryReset;
import simwright.euicc.NotificationEvent;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.Owner;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.identity.Plmn;
import simwright.job.Job;
import simwright.job.JobContext;
import simwright.job.JobRequest;
import simwright.job.Jobs;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.lpa.Intent;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.Reconciliation;
import simwright.observe.Signal;
import simwright.rsp.ActivationCode;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.qr.Camera;
import simwright.rsp.qr.CameraPlace;
import simwright.time.SystemTime;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;
import simwright.ui.profile.KeptCard;
import simwright.ui.profile.ProfilesSource;

/// A made-up card behind the profiles screen; what was asked is in `asked`.
public final class DemoCard implements ProfilesSource {
  /// What a bundle holds of it; null where the card is here.
  public volatile @Nullable KeptCard kept;

  /// The profile in use.
  public static final Iccid FIRST = new Iccid("8931086123456789010");

  /// The other one.
  public static final Iccid SECOND = new Iccid("8988211000000900011");

  private static final Tlv RAW = Tlv.of(Tag.of(0xe3), Octets.NONE);

  public final List<String> asked = new CopyOnWriteArrayList<>();

  /// The profiles on the card.
  public volatile List<ProfileInfo> profiles =
      List.of(
          profile(FIRST, true, "Operator profile Paris", Optional.of("Bench"), PolicyRules.NONE),
          profile(
              SECOND,
              false,
              "Travel profile with a long name that its operator gave it · Europe and beyond",
              Optional.empty(),
              new PolicyRules(false, true, true)));

  /// What earlier programs left open.
  public volatile List<Intent> left = List.of();

  public final Signal<Reconciliation.Settled> settled = new Signal<>();

  /// Where a camera may be.
  public volatile CameraPlace camera = new CameraPlace(List.of(), Path.of("no"), "Linux");

  /// What a job does before it ends; it may throw.
  public volatile Function<JobContext, Boolean> before = _ -> true;

  /// What is missing to the proof of an enabled profile.
  public volatile Optional<String> missing = Optional.empty();

  private final Jobs jobs;

  DemoCard(Jobs jobs) {
    this.jobs = jobs;
  }

  private <T> Job<T> job(String act, String device, Function<JobContext, T> body) {
    asked.add(act + " " + device);
    return jobs.start(
        JobRequest.of(act, device),
        Attendant.absent(),
        context -> {
          boolean unused = before.apply(context);
          return body.apply(context);
        });
  }

  /// A profile of the test network.
  public static ProfileInfo profile(
      Iccid iccid, boolean enabled, String name, Optional<String> nickname, PolicyRules rules) {
    return new ProfileInfo(
        Optional.of(iccid),
        Optional.empty(),
        Optional.of(enabled ? ProfileInfo.State.ENABLED : ProfileInfo.State.DISABLED),
        nickname,
        Optional.of("Test operator"),
        Optional.of(name),
        Optional.empty(),
        Optional.of(ProfileInfo.ProfileClass.OPERATIONAL),
        List.of(),
        Optional.of(new Owner(new Plmn("001", "01"), Optional.empty(), Optional.empty())),
        rules,
        RAW);
  }

  private CardReading reading() {
    EuiccInfo2 info =
        new EuiccInfo2(
            "2.3.1",
            "2.2.2",
            "36.9.3",
            new EuiccInfo2.Memory(3, 412_672, 16_384),
            new BitSet(),
            Optional.of("9.2.0"),
            Optional.of("2.3.0"),
            new BitSet(),
            List.of(Octets.hex("F54172BDF98A95D65CBEB88A38A1C11D800A85C3")),
            List.of(Octets.hex("F54172BDF98A95D65CBEB88A38A1C11D800A85C3")),
            Optional.of(EuiccInfo2.Category.MEDIUM),
            PolicyRules.NONE,
            "1.0.0",
            "XX-YY-UP-0123",
            Optional.empty(),
            RAW);
    Tlv any = Tlv.of(Tag.of(0xb7), Tlv.of(Tag.of(0x80), Octets.hex("EEEEEE")));
    return new CardReading(
        new Eid("89049032123451234512345678901235"),
        info,
        new ConfiguredAddresses(Optional.empty(), Optional.of("lpa.ds.gsma.com"), List.of()),
        List.of(new AuthorisationRule(new PolicyRules(false, true, true), List.of(any), true)),
        profiles,
        List.of(notification(7)),
        "channel-commands",
        List.of(),
        false,
        Optional.empty(),
        CardReading.Iot.NONE,
        CardReading.Changes.NONE);
  }

  private static NotificationMetadata notification(int number) {
    return new NotificationMetadata(
        number, Set.of(NotificationEvent.ENABLE), "smdp.example.com", Optional.of(FIRST));
  }

  @Override
  public Job<CardReading> read(String device) {
    return job("euicc.read", device, _ -> reading());
  }

  @Override
  public Job<ProvenSwitch.Outcome> enable(String device, Iccid profile) {
    return job(
        "profile.enable",
        device,
        _ ->
            new ProvenSwitch.Outcome(
                profiles.getLast(),
                missing.isEmpty(),
                missing,
                List.of(),
                missing.isEmpty()
                    ? new ProvenSwitch.Aftermath.Stays()
                    : new ProvenSwitch.Aftermath.SwitchedBack(FIRST, Optional.empty())));
  }

  @Override
  public Job<ProfileInfo> disable(String device, Iccid profile) {
    return job("profile.disable", device, _ -> profiles.getFirst());
  }

  @Override
  public Job<ProfileInfo> rename(String device, Iccid profile, String name) {
    return job(
        "profile.rename",
        device,
        _ -> profile(profile, false, "Travel", Optional.of(name), PolicyRules.NONE));
  }

  @Override
  public Job<Boolean> delete(String device, Iccid profile) {
    return job("profile.delete", device, _ -> true);
  }

  @Override
  public Job<ProfileDownload.Result> download(
      String device, ActivationCode code, Optional<char[]> confirmation, Optional<Imei> imei) {
    asked.add(
        "server "
            + code.host()
            + confirmation.map(secret -> " " + secret.length).orElse("")
            + imei.map(each -> " " + each.redacted()).orElse(""));
    return job(
        "profile.download",
        device,
        _ ->
            new ProfileDownload.Result(
                profile(SECOND, false, "Travel", Optional.empty(), PolicyRules.NONE),
                new InstallationResult.Installed(
                    Octets.NONE, notification(8), Octets.NONE, Octets.NONE, RAW),
                38_211));
  }

  @Override
  public Job<List<Outbox.Told>> send(String device) {
    return job(
        "notification.send",
        device,
        _ ->
            List.of(
                new Outbox.Told(
                    notification(7),
                    Optional.of(
                        new Fault(
                            new FaultCode("rsp", "unreachable"),
                            "telling the server",
                            "smdp.example.com")))));
  }

  @Override
  public Job<List<Outbox.Told>> send(String device, int number) {
    return job(
        "notification.send",
        device + " " + number,
        _ -> List.of(new Outbox.Told(notification(number), Optional.empty())));
  }

  @Override
  public Job<Optional<String>> defaultServer(String device, String address) {
    return job("euicc.default-server", device + " " + address, _ -> Optional.empty());
  }

  @Override
  public Job<Boolean> reset(String device, Set<MemoryReset.What> what) {
    return job("euicc.memory-reset", device + " " + what, _ -> true);
  }

  @Override
  public Job<List<Discovery.Found>> discover(String device, List<String> others) {
    return job(
        "profile.discover",
        device,
        _ ->
            List.of(
                new Discovery.Found(
                    "lpa.ds.gsma.com",
                    List.of(new AuthenticateClient.Event("EV-0815-4711", "smdp.example.com")),
                    Optional.empty()),
                new Discovery.Found(
                    "ds.example.net",
                    List.of(),
                    Optional.of(
                        new Fault(
                            new FaultCode("rsp", "unreachable"), "asking", "ds.example.net")))));
  }

  @Override
  public Job<Boolean> remove(String device, int number) {
    return job("notification.remove", device + " " + number, _ -> true);
  }

  @Override
  public Optional<KeptCard> kept(String device) {
    return Optional.ofNullable(kept);
  }

  @Override
  public List<Intent> left() {
    return left;
  }

  @Override
  public Signal<Reconciliation.Settled> settled() {
    return settled;
  }

  /// A download by a program that is gone.
  public static Intent leftOpen(String device, java.time.Instant begun) {
    return new Intent(
        "01J9",
        Intent.Kind.DOWNLOAD,
        device,
        "card-1",
        "D1",
        "",
        1,
        begun,
        "loading",
        Optional.empty(),
        "gone");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("PROD-FR-PARIS-2026", "LPA:1$smdp.example.com$ABC-123", ""),
        new Example("TRAVEL-EU-STANDBY", "LPA:1$smdp.example.com$DEF-456$$1", "4711"));
  }

  @Override
  public Camera camera() {
    return camera.open(new SystemTime());
  }
}
