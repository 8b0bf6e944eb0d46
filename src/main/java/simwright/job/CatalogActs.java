package simwright.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Fingerprint;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogFilter;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Expiry;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.catalog.ProfileText;
import simwright.catalog.check.Finding;
import simwright.catalog.check.ProfileCheck;
import simwright.catalog.check.Rules;
import simwright.catalog.exchange.Format;
import simwright.catalog.exchange.Incoming;
import simwright.catalog.exchange.Outgoing;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.provider.Listed;
import simwright.catalog.provider.NetworkName;
import simwright.catalog.provider.Providers;
import simwright.catalog.reconcile.CardProfiles;
import simwright.catalog.reconcile.Difference;
import simwright.catalog.reconcile.Reconciling;
import simwright.device.Snapshot;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.lpa.CardReading;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.RetirementLog;
import simwright.time.Time;

/// What a person can do with the catalog of profiles: look, check, bring in and out, and take what
/// a card says for right.
public final class CatalogActs {
  private final Jobs jobs;
  private final Catalog catalog;
  private final Path folder;
  private final Audit audit;
  private final Time time;
  private final NetworkNames networks = new NetworkNames(this::rules);

  /// On this catalog; a person's own rules lie in `folder`.
  public CatalogActs(Jobs jobs, Catalog catalog, Path folder, Audit audit, Time time) {
    this.jobs = jobs;
    this.catalog = catalog;
    this.folder = folder;
    this.audit = audit;
    this.time = time;
  }

  /// The profiles that a filter means, by name.
  public List<CatalogProfile> search(CatalogFilter filter) {
    return catalog.search(filter);
  }

  /// The one profile that a name or an ICCID means.
  public CatalogProfile find(String nameOrIccid) {
    return catalog.find(nameOrIccid);
  }

  /// The steps of a profile's life, oldest first.
  public List<Move> history(CatalogProfile profile) {
    return catalog.history(profile);
  }

  /// Those that end within so many days, the soonest first.
  public List<Expiry> expiring(int days) {
    return catalog.expiring(today(), days);
  }

  /// By what is checked now; throws `catalog/broken-rules`.
  public Rules rules() {
    return Rules.of(folder, Providers.INSTALLED);
  }

  /// The operators whose names, countries, networks or access points hold all of these words, own
  /// ones first.
  public List<Listed> operators(String words) {
    List<String> all = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return rules().operators().all().stream()
        .filter(each -> all.stream().allMatch(word -> holds(each, word)))
        .toList();
  }

  private static boolean holds(Listed each, String word) {
    String text =
        each.name()
            + " "
            + each.country()
            + " "
            + each.networks()
            + " "
            + each.networks().stream().map(plmn -> plmn.mcc() + plmn.mnc()).toList()
            + " "
            + each.apns();
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  /// What the network is called that a device is in, by the directory where the device does not
  /// say; empty where it is in none, or nobody knows it.
  public Optional<NetworkName> network(Snapshot snapshot) {
    return networks.of(snapshot);
  }

  /// The directory of providers that is in use, with its origin and date.
  public Providers directory() {
    return rules().operators().providers();
  }

  /// The operators of one name; throws `catalog/no-operator` where there is none.
  public List<Listed> operator(String name) {
    List<Listed> found =
        rules().operators().all().stream()
            .filter(each -> each.name().equalsIgnoreCase(name.strip()))
            .toList();
    if (found.isEmpty()) {
      throw new Fault(CatalogCodes.NO_OPERATOR, "looking for an operator", name);
    }
    return found;
  }

  /// What a person should know of the contract of an operator; empty where there is nothing.
  public Optional<String> contractWarning(Listed operator) {
    return operator.own().flatMap(each -> each.contract().warning(today()));
  }

  /// The profiles of an operator that are alive.
  public List<CatalogProfile> of(Listed operator) {
    return catalog.all().stream()
        .filter(each -> each.alive() && each.operator().equalsIgnoreCase(operator.name()))
        .toList();
  }

  /// What is odd about the profiles that a filter means.
  public List<Finding> check(CatalogFilter filter) {
    return ProfileCheck.of(catalog.search(filter), rules(), today());
  }

  /// What is to be said of a name by itself.
  public NameCheck name(String name) {
    return rules().naming().check(name);
  }

  /// What is to be said of a name for a profile.
  public NameCheck name(CatalogProfile profile, String name) {
    try {
      return rules().naming().check(ProfileText.with(profile, Map.of(Field.NAME, name)));
    } catch (IllegalArgumentException wrong) {
      return new NameCheck(
          name, Optional.empty(), List.of(String.valueOf(wrong.getMessage())), Optional.empty());
    }
  }

  /// What an import came to: what was in the file, and whether it was taken.
  public record Imported(Incoming incoming, boolean taken, String sha256) {}

  /// Takes the profiles of a file in: all of them, or where `skipBad` those that can be used; else
  /// nothing. Throws `catalog/broken-file` where it is no file of profiles.
  public Job<Imported> take(byte[] bytes, String name, boolean skipBad, Attendant attendant) {
    String bare = Optional.ofNullable(Path.of(name).getFileName()).map(Path::toString).orElse(name);
    String sha256 = Fingerprint.of(bytes);
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("file", bare);
    with.put("sha256", sha256);
    with.put("skipBad", skipBad);
    return jobs.start(
        new JobRequest("catalog.import", "", with),
        attendant,
        context -> {
          context.progress().at("reading " + bare, 0, 0);
          Incoming incoming = Incoming.read(bytes, bare, catalog.all());
          boolean taken = !incoming.good().isEmpty() && (skipBad || incoming.bad().isEmpty());
          if (taken) {
            context.progress().at("writing", 0, 0);
            catalog.take(incoming.good(), new Catalog.Source(bare, sha256));
            audit.checkpoint();
          } else {
            context
                .note()
                .accept(
                    "nothing was taken in: "
                        + incoming.badRows()
                        + " of "
                        + incoming.rows()
                        + " rows cannot be used");
          }
          return new Imported(incoming, taken, sha256);
        });
  }

  /// What an export came to.
  public record Exported(String text, int profiles, String sha256) {}

  /// The profiles that a filter means, as a file. With whole identifiers it needs the right to
  /// disclose; it is recorded.
  public Exported export(CatalogFilter filter, Format format, boolean identified) {
    mayDisclose(identified);
    List<CatalogProfile> profiles = catalog.search(filter);
    String text = Outgoing.text(profiles, format, identified);
    var unused =
        audit.append(
            new Event.Book(
                "exported",
                Map.of(
                    "what",
                    "catalog",
                    "records",
                    profiles.size(),
                    "format",
                    format.ending(),
                    "clear",
                    identified)));
    return new Exported(
        text, profiles.size(), Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Refuses where identifiers in clear are wanted and not for who acts now; that they were shown
  /// is recorded.
  public void disclose(boolean identified, String asked) {
    mayDisclose(identified);
    if (identified) {
      var unused = audit.append(new Event.Book("disclosed", Map.of("asked", asked)));
    }
  }

  private void mayDisclose(boolean identified) {
    if (identified) {
      audit.people().require(Actor.Right.DISCLOSE, "see identifiers in clear");
    }
  }

  /// Takes a profile one step further in its life.
  public Job<CatalogProfile> move(
      CatalogProfile profile, LifecycleState to, String why, Attendant attendant) {
    return on(
        "catalog.move",
        profile,
        Map.of("to", to.key(), "why", why),
        attendant,
        () -> {
          retiredWhole(profile, to);
          return catalog.move(profile, to, why);
        });
  }

  /// Who is being retired is gone when all of it was seen, not when somebody says so.
  private void retiredWhole(CatalogProfile profile, LifecycleState to) {
    if (to == LifecycleState.DELETED && profile.state() == LifecycleState.REVOKED) {
      Retirement now = new RetirementLog(audit).of(profile, catalog.history(profile));
      if (!now.complete()) {
        throw new Fault(
            CatalogCodes.REVOCATION_INCOMPLETE,
            "taking a profile to " + to.key(),
            profile.words(),
            now.words(),
            null);
      }
    }
  }

  /// Gives a profile another name.
  public Job<CatalogProfile> rename(CatalogProfile profile, String name, Attendant attendant) {
    return on(
        "catalog.rename",
        profile,
        Map.of("name", name),
        attendant,
        () -> catalog.change(ProfileText.with(profile, Map.of(Field.NAME, name)), "renamed"));
  }

  /// Where the catalog differs from what a card said.
  public List<Difference> compare(CardReading reading) {
    return Reconciling.of(catalog.all(), said(reading));
  }

  /// Does what mends a difference within the catalog; what is to be done at the card is not. False
  /// where it is.
  public Job<Boolean> mend(String device, Difference difference, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>();
    difference.profile().iccid().ifPresent(iccid -> with.put("iccid", iccid));
    with.put("kind", difference.kind().key());
    with.put("action", difference.action().key());
    return jobs.start(
        new JobRequest("catalog.reconcile", device, with),
        attendant,
        context ->
            switch (difference.action()) {
              case ADD -> {
                catalog.take(
                    List.of(difference.profile()), new Catalog.Source("the card in " + device, ""));
                yield true;
              }
              case NOTE_CARD -> {
                note(difference.profile());
                yield true;
              }
              case FOLLOW -> {
                follow(difference);
                yield true;
              }
              case DELIVER, DELETE_FROM_CARD -> false;
            });
  }

  /// Other differences may have been mended meanwhile.
  private void note(CatalogProfile told) {
    CatalogProfile now = told.iccid().flatMap(catalog::of).orElse(told);
    String eid = told.eid().map(each -> each.value()).orElse("");
    var unused = catalog.change(ProfileText.with(now, Map.of(Field.EID, eid)), "the card says so");
  }

  private void follow(Difference difference) {
    var unused =
        catalog.lead(difference.profile(), difference.state().orElseThrow(), "the card says so");
  }

  private interface Change {
    CatalogProfile made();
  }

  private Job<CatalogProfile> on(
      String act,
      CatalogProfile profile,
      Map<String, Object> more,
      Attendant attendant,
      Change change) {
    Map<String, Object> with = new LinkedHashMap<>();
    profile.iccid().ifPresent(iccid -> with.put("iccid", iccid));
    with.putAll(more);
    return jobs.start(new JobRequest(act, "", with), attendant, _ -> change.made());
  }

  private static CardProfiles said(CardReading reading) {
    List<CardProfiles.OnCard> profiles = new ArrayList<>();
    for (ProfileInfo each : reading.profiles()) {
      each.iccid()
          .ifPresent(iccid ->
              profiles.add(
                  new CardProfiles.OnCard(
                      iccid,
                      each.state().filter(ProfileInfo.State.ENABLED::equals).isPresent(),
                      each.nickname().or(each::name).orElse(""),
                      each.provider().orElse(""))));
    }
    Set<simwright.identity.Iccid> pending =
        reading.notifications().stream()
            .map(NotificationMetadata::iccid)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new CardProfiles(reading.eid(), profiles, pending);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
  }
}
