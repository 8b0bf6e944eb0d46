package simwright.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.kpi.DeviceFigures;
import simwright.quota.Account;
import simwright.quota.Budgets;
import simwright.quota.Counted;
import simwright.quota.DataBook;
import simwright.quota.DataFile;
import simwright.quota.DataReport;
import simwright.quota.DataRules;
import simwright.quota.Notice;
import simwright.quota.QuotaCodes;
import simwright.quota.RulesFile;
import simwright.quota.Sessions;
import simwright.quota.Use;
import simwright.quota.Warnings;
import simwright.rollout.Alarms;
import simwright.time.Time;

/// What a person can do about data: read counters, see budgets and what was carried, take in what
/// an operator told. What budgets warn of stands as alarms.
public final class DataActs {
  /// A month, the day in which it began, and one more.
  private static final Duration BUDGETED = Duration.ofDays(63);

  private static final String ALARM = "data/";

  private final Jobs jobs;
  private final DeviceSet devices;
  private final DataBook book;
  private final Counting counting;
  private final Alarms alarms;
  private final Journal journal;
  private final Path folder;
  private final Time time;

  /// Of these devices and this log, with the rules of a data folder.
  public DataActs(
      Jobs jobs,
      DeviceSet devices,
      DataBook book,
      Alarms alarms,
      Journal journal,
      Path folder,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.book = book;
    this.counting = new Counting(book, time);
    this.alarms = alarms;
    this.journal = journal;
    this.folder = folder;
    this.time = time;
  }

  /// What an import came to.
  public record Imported(int readings, int accounts, String sha256) {}

  /// Reads what a device counted, and takes it down; throws `quota/no-counters` where it does not
  /// tell.
  public Job<SampledData> sample(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("data.sample", id),
        attendant,
        context -> {
          Device device = devices.device(id);
          context.progress().at(device.isOpen() ? "reading" : "connecting", 0, 0);
          Attachment unused =
              device.isOpen() ? device.refresh(context.cancel()) : device.connect(context.cancel());
          context.progress().at("reading counters", 0, 0);
          SampledData sampled = counting.read(device, context.cancel());
          look();
          return sampled;
        });
  }

  /// Reads what a connected device counted when nobody else wants it, and takes down what is new.
  /// What it did not tell is told at its next turn.
  Optional<SampledData> sample(Device device) {
    Optional<SampledData> sampled = counting.whenFree(device);
    sampled.ifPresent(_ -> look());
    return sampled;
  }

  /// How often devices are read by themselves, zero for never; never, too, as long as the person's
  /// rules cannot be used, which every report says.
  Duration sampling() {
    try {
      return rules().sampling();
    } catch (Fault unusable) {
      return Duration.ZERO;
    }
  }

  /// Whether a device has another card in use than when it was read last.
  boolean changed(Device device) {
    return counting.changed(device);
  }

  /// How many bytes are left of the cap of a profile on a device; empty where it has none. Throws
  /// `quota/broken-rules`.
  Optional<Long> left(String device, String profile) {
    Instant now = time.now();
    String held = Redactor.redact(device);
    List<Use> own =
        book.uses(now.minus(BUDGETED)).stream().filter(each -> each.device().equals(held)).toList();
    return new Budgets(rules(), own, book.accounts(), now, time.zone()).left(held, profile);
  }

  /// What is known of data, of one device or all, with lines of so many days; the log holds ids of
  /// devices with long numbers shortened.
  public DataReport report(Optional<String> device, int days) {
    Instant now = time.now();
    List<Use> uses =
        book.uses(now.minus(BUDGETED)).stream()
            .filter(each -> device.isEmpty() || Redactor.redact(device.get()).equals(each.device()))
            .toList();
    return DataReport.of(
        rules(), uses, book.accounts(), now.minus(Duration.ofDays(days)), now, time.zone());
  }

  /// How a device did in the last days.
  public DeviceDone done(String device, int days) {
    Instant now = time.now();
    Instant since = now.minus(Duration.ofDays(days));
    DataReport report = report(Optional.of(device), days);
    Map<String, Long> bytes = new TreeMap<>();
    report.lines().forEach(each -> bytes.merge(each.profile(), each.bytes(), Long::sum));
    String held = Redactor.redact(device);
    List<Use> own = book.uses(since).stream().filter(each -> each.device().equals(held)).toList();
    return new DeviceDone(
        device,
        since,
        now,
        DeviceFigures.of(journal, device, since),
        Sessions.of(rules(), own),
        bytes);
  }

  /// Has a handset hold back what its applications do in the background, or lets them again, with a
  /// person's consent; what it says afterwards is believed, not that it was told. Throws
  /// `quota/cannot-hold` for a device that has no such thing, or the code of its refusal.
  public Job<Boolean> hold(String id, boolean on, Attendant attendant) {
    return jobs.start(
        JobRequest.of(on ? "data.hold" : "data.release", id),
        attendant,
        context -> new HeldBack(devices.device(known(id)), journal, context).turn(on));
  }

  /// The id of a device, of which the log holds long numbers shortened.
  private String known(String id) {
    String held = Redactor.redact(id);
    return devices.all().get().stream()
        .map(Attachment::id)
        .filter(each -> Redactor.redact(each).equals(held))
        .findFirst()
        .orElse(id);
  }

  /// The devices of which anything was counted.
  public List<String> counted() {
    return book.standing().stream().map(Counted::device).distinct().toList();
  }

  /// The rules in force; throws `quota/broken-rules` where the person's own cannot be used.
  public DataRules rules() {
    return RulesFile.inForce(folder);
  }

  /// The rules of a file; throws `quota/broken-rules` with what is wrong and its line.
  public DataRules rules(Path file) {
    return RulesFile.read(file);
  }

  /// Takes in readings and accounts from a spreadsheet, as a whole or not at all; throws
  /// `quota/broken-import` with every row that cannot be used.
  public Job<Imported> take(String text, String name, Attendant attendant) {
    return jobs.start(
        new JobRequest("data.import", "", Map.of("file", name)),
        attendant,
        _ -> {
          DataFile file = DataFile.read(text, name);
          book.take(file);
          look();
          return new Imported(file.counters().size(), file.accounts().size(), file.sha256());
        });
  }

  /// Takes down what an operator told of a profile's quota, by `sms` or `ussd`; throws
  /// `quota/broken-import` where no pattern of the rules fits.
  public Job<Account> notice(String profile, String way, String text, Attendant attendant) {
    return jobs.start(
        new JobRequest("data.notice", "", Map.of("profile", profile, "way", way)),
        attendant,
        _ -> {
          Notice.Told told =
              rules()
                  .told(text)
                  .orElseThrow(() ->
                      new Fault(
                          QuotaCodes.BROKEN_IMPORT,
                          "reading an operator's text",
                          profile,
                          "no pattern of the rules fits it",
                          null));
          Account account =
              new Account(time.now(), "", profile, way, used(told), told.cap(), told.reset());
          book.tell(account, Optional.of(text));
          look();
          return account;
        });
  }

  /// Asks the operator of the profile in use through the device: by a service code, or where there
  /// is none, by the short messages that are stored there. What was taken down before is left out;
  /// throws `quota/no-answer`, or `quota/broken-import` where no pattern of the rules fits the
  /// answer.
  public Job<List<Account>> ask(String id, Optional<String> code, Attendant attendant) {
    return jobs.start(
        new JobRequest("data.ask", id, Map.of("way", code.isPresent() ? "ussd" : "sms")),
        attendant,
        context -> {
          Device device = devices.device(id);
          context.progress().at(device.isOpen() ? "reading" : "connecting", 0, 0);
          Attachment now =
              device.isOpen() ? device.refresh(context.cancel()) : device.connect(context.cancel());
          String profile = ProfileLabel.of(device, context.cancel());
          String operator = now.snapshot().operator().value().orElse("");
          context.progress().at("asking the operator", 0, 0);
          List<OperatorsWord.Text> texts =
              device.talk(
                  context.cancel(),
                  engine ->
                      code.map(each -> List.of(OperatorsWord.answer(engine, id, each, time)))
                          .orElseGet(() -> OperatorsWord.messages(engine, id, time.now())));
          List<Account> accounts = new ArrayList<>();
          for (OperatorsWord.Text each : texts) {
            rules()
                .told(each.words(), operator)
                .map(told ->
                    new Account(
                        each.at(),
                        id,
                        profile,
                        code.isPresent() ? "ussd" : "sms",
                        used(told),
                        told.cap(),
                        told.reset()))
                .filter(this::fresh)
                .ifPresent(account -> {
                  book.tell(account, Optional.of(each.words()));
                  accounts.add(account);
                });
          }
          if (code.isPresent() && accounts.isEmpty()) {
            throw new Fault(
                QuotaCodes.BROKEN_IMPORT,
                "reading an operator's text",
                profile,
                "no pattern of the rules fits it",
                null);
          }
          look();
          return List.copyOf(accounts);
        });
  }

  /// Whether nothing of that moment was taken down for the profile in this way.
  private boolean fresh(Account account) {
    return book.accounts().stream()
        .noneMatch(each ->
            each.at().equals(account.at())
                && each.profile().equals(account.profile())
                && each.way().equals(account.way()));
  }

  private static OptionalLong used(Notice.Told told) {
    return told.used().isEmpty() && told.left().isPresent() && told.cap().isPresent()
        ? OptionalLong.of(Math.max(0, told.cap().getAsLong() - told.left().getAsLong()))
        : told.used();
  }

  /// Raises what budgets warn of and was not told yet, and clears what holds no more.
  private void look() {
    Map<String, Warnings.Warning> now =
        report(Optional.empty(), 1).warnings().stream()
            .collect(Collectors.toMap(Warnings.Warning::id, each -> each, (one, _) -> one));
    List<Alarm> standing =
        alarms.standing().stream().filter(each -> each.id().startsWith(ALARM)).toList();
    for (Alarm each : standing) {
      if (now.remove(each.id()) == null) {
        tell(each.id(), "cleared", each.device(), each.text());
      }
    }
    now.values().forEach(each -> tell(each.id(), "raised", each.device(), each.text()));
  }

  private void tell(String id, String what, String device, String text) {
    Recorded unused = journal.append(new Event.Alarmed(id, what, device, text));
  }
}
