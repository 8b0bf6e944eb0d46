package simwright.device.handset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simwright.fault.FaultCode;
import simwright.link.ShellPort;
import simwright.link.ShellSaid;
import simwright.time.Deadline;
import simwright.time.Time;

/// An Android handset behind its shell: what it tells, and what may be switched there without root.
/// What was switched is looked at afterwards, as many commands fail without a word.
public final class Handset {
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int PINGS = 3;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,252}");
  private static final Pattern IMEI = Pattern.compile("(?<![0-9])[0-9]{15}(?![0-9])");
  private static final Pattern ADDRESS =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]+)/[0-9]+");
  private static final Pattern SAVER =
      Pattern.compile("Restrict background status: (enabled|disabled)");
  private static final Pattern SENT = Pattern.compile("([0-9]+) packets transmitted");
  private static final Pattern CAME = Pattern.compile("([0-9]+) (?:packets )?received");
  private static final Pattern TIMES =
      Pattern.compile("min/avg/max[^=]*= *[0-9.]+/([0-9]+)[0-9.]*/");

  /// What came of pings: how many were sent and came back, the average in milliseconds, and why
  /// none was sent.
  public record Pinged(
      int sent, int received, Optional<Integer> averageMillis, Optional<FaultCode> why) {}

  private final ShellPort port;
  private final Time time;

  /// Behind this port.
  public Handset(ShellPort port, Time time) {
    this.port = port;
    this.time = time;
  }

  /// Reads everything.
  public HandsetReading read() {
    Properties properties = Properties.read(run("getprop").output());
    ShellSaid registry = run("dumpsys telephony.registry");
    return new HandsetReading(
        properties.value("ro.product.manufacturer"),
        properties.value("ro.product.model"),
        properties.value("ro.build.version.release"),
        properties.value("ro.build.id"),
        properties
            .value("ro.boot.hardware.revision")
            .or(() -> properties.value("ro.boot.revision"))
            .or(() -> properties.value("ro.revision")),
        properties.value("persist.sys.locale").or(() -> properties.value("ro.product.locale")),
        imei(),
        slots(properties, Registry.read(registry.output())),
        told("dumpsys connectivity", text -> Optional.of(bearers(text))),
        told("dumpsys battery", Handset::battery),
        flight());
  }

  /// Switches mobile data; why it could not be, when it could not.
  public Optional<FaultCode> data(boolean on) {
    String word = on ? "enable" : "disable";
    return switched("svc data " + word, () -> setting("mobile_data").fact(), on);
  }

  /// Switches Data Saver; why it could not be, when it could not.
  public Optional<FaultCode> saver(boolean on) {
    return switched("cmd netpolicy set restrict-background " + on, () -> saver().fact(), on);
  }

  /// Whether Data Saver is on.
  public Told<Boolean> saver() {
    return told(
        "cmd netpolicy get restrict-background",
        text -> {
          Matcher status = SAVER.matcher(text);
          return status.find() ? Optional.of(status.group(1).equals("enabled")) : Optional.empty();
        });
  }

  /// Switches flight mode; why it could not be, when it could not.
  public Optional<FaultCode> flight(boolean on) {
    String word = on ? "enable" : "disable";
    return switched("cmd connectivity airplane-mode " + word, () -> flight().fact(), on);
  }

  /// Whether flight mode is on.
  public Told<Boolean> flight() {
    return setting("airplane_mode_on");
  }

  /// Pings a host, three times.
  public Pinged ping(String host) {
    if (!HOST.matcher(host).matches()) {
      return new Pinged(0, 0, Optional.empty(), Optional.of(HandsetCodes.COMMAND_FAILED));
    }
    ShellSaid said = run("ping -c " + PINGS + " -W 3 " + host);
    Optional<Integer> sent = number(SENT, said.output());
    if (sent.isEmpty()) {
      Optional<FaultCode> why = Refusal.of(said);
      return new Pinged(0, 0, Optional.empty(), why);
    }
    return new Pinged(
        sent.get(),
        number(CAME, said.output()).orElse(0),
        number(TIMES, said.output()),
        Optional.empty());
  }

  /// The bytes of each application over the mobile network.
  public Told<List<AppTraffic>> traffic() {
    ShellSaid packages = run("pm list packages -U");
    Map<Integer, String> names =
        NetStats.names(
            Refusal.of(packages).isPresent()
                ? run("cmd package list packages -U").output()
                : packages.output());
    return told("dumpsys netstats detail", text -> NetStats.read(text, names));
  }

  /// Restarts it, which ends the link.
  public void reboot() {
    port.reboot(deadline());
  }

  private Deadline deadline() {
    return time.deadline(LONGEST);
  }

  private ShellSaid run(String command) {
    return port.run(command, deadline());
  }

  private <T> Told<T> told(String command, Function<String, Optional<T>> reading) {
    ShellSaid said = run(command);
    Optional<FaultCode> refused = Refusal.of(said);
    Optional<T> fact = refused.isPresent() ? Optional.empty() : reading.apply(said.output());
    return fact.isPresent()
        ? Told.known(fact.get())
        : Told.refused(refused.orElse(HandsetCodes.NOT_SUPPORTED));
  }

  private Told<String> imei() {
    return told(
        "cmd phone get-imei 0",
        text -> {
          Matcher digits = IMEI.matcher(text);
          return digits.find() ? Optional.of(digits.group()) : Optional.empty();
        });
  }

  private Told<Boolean> setting(String name) {
    return told(
        "settings get global " + name,
        text ->
            switch (text.strip()) {
              case "1" -> Optional.of(true);
              case "0" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /// A setting that cannot be read proves nothing against the command.
  private Optional<FaultCode> switched(
      String command, Supplier<Optional<Boolean>> effect, boolean wanted) {
    Optional<FaultCode> refused = Refusal.of(run(command));
    if (refused.isPresent()) {
      return refused;
    }
    Deadline settled = time.deadline(SETTLE);
    Optional<Boolean> now = effect.get();
    while (now.isPresent() && now.get() != wanted && !settled.passed()) {
      time.sleep(LOOK);
      now = effect.get();
    }
    return now.isPresent() && now.get() != wanted
        ? Optional.of(HandsetCodes.NO_EFFECT)
        : Optional.empty();
  }

  private static List<SlotReading> slots(Properties properties, Map<Integer, Registry> phones) {
    List<String> cards = properties.slots("gsm.sim.state");
    TreeSet<Integer> numbers = new TreeSet<>(phones.keySet());
    for (int i = 0; i < cards.size() && !cards.get(i).isEmpty(); i++) {
      numbers.add(i);
    }
    return numbers.stream()
        .map(slot -> slot(slot, properties, Optional.ofNullable(phones.get(slot))))
        .toList();
  }

  private static SlotReading slot(int slot, Properties properties, Optional<Registry> phone) {
    return new SlotReading(
        slot,
        at(properties, "gsm.sim.state", slot).orElse(""),
        at(properties, "gsm.operator.alpha", slot),
        at(properties, "gsm.operator.numeric", slot),
        at(properties, "gsm.operator.isroaming", slot).filter("true"::equals).isPresent(),
        phone.flatMap(Registry::registration),
        phone
            .flatMap(Registry::technology)
            .or(() ->
                at(properties, "gsm.network.type", slot).filter(type -> !type.equals("Unknown"))),
        phone.flatMap(Registry::cause),
        phone.map(Registry::signal).orElse(SlotReading.Strength.NONE),
        phone.flatMap(Registry::data));
  }

  private static Optional<String> at(Properties properties, String key, int slot) {
    List<String> all = properties.slots(key);
    return slot < all.size() && !all.get(slot).isEmpty()
        ? Optional.of(all.get(slot))
        : Optional.empty();
  }

  private static List<HandsetReading.Bearer> bearers(String text) {
    List<HandsetReading.Bearer> all = new ArrayList<>();
    for (String agent : Keys.blocks(text, "NetworkAgentInfo", '{', '}')) {
      boolean mobile = Keys.word(agent, "Transports").filter("CELLULAR"::equals).isPresent();
      if (mobile && agent.contains("CONNECTED")) {
        all.add(new HandsetReading.Bearer(Keys.word(agent, "extra"), addresses(agent)));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> addresses(String agent) {
    return Keys.blocks(agent, "LinkAddresses", '[', ']').stream()
        .findFirst()
        .map(ADDRESS::matcher)
        .stream()
        .flatMap(found -> found.results().map(each -> each.group(1)))
        .toList();
  }

  private static Optional<HandsetReading.Battery> battery(String text) {
    Optional<Double> level = Keys.ofLine(text, "level");
    double scale = Keys.ofLine(text, "scale").filter(value -> value > 0).orElse(100.0);
    HandsetReading.Battery read =
        new HandsetReading.Battery(
            level.map(value -> (int) Math.round(100 * value / scale)),
            Keys.ofLine(text, "temperature").map(tenths -> tenths / 10),
            Keys.ofLine(text, "voltage").map(milli -> milli / 1000));
    boolean any =
        Stream.of(read.percent(), read.celsius(), read.volts()).anyMatch(Optional::isPresent);
    return any ? Optional.of(read) : Optional.empty();
  }

  private static Optional<Integer> number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }
}
