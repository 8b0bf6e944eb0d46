package simwright.hardware;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is known of a device family, as data: how to recognise it, which commands to try in which
/// order, what their raw numbers mean, how long they may take, what never to send, how the card is
/// reached, how the simulator plays it, and how well each of these facts is known.
public record HardwareProfile(
    String name,
    String maker,
    List<String> models,
    Identify identify,
    List<UsbRow> usb,
    List<String> nodes,
    Serial serial,
    Map<String, List<String>> commands,
    Units units,
    Map<String, Duration> deadlines,
    List<String> readyUrcs,
    List<String> otherUrcs,
    int firstContext,
    List<String> neverSend,
    List<String> confirmFirst,
    CardAccess card,
    Optional<BandCoding> bands,
    List<Quirk> quirks,
    List<Fact> facts,
    Optional<Simulator> simulator) {
  /// Regular expressions that the answers to +CGMI and +CGMM must begin with; empty ones match
  /// everything.
  public record Identify(String manufacturer, String model) {}

  /// One USB composition: ids of four hex digits, lower case here; the product is empty where any
  /// of the vendor's may be one. Roles by interface number, or by class, subclass and protocol
  /// (`ff/02/01`) where numbers differ.
  public record UsbRow(
      String vid,
      String pid,
      String mode,
      Map<Integer, String> interfaces,
      Map<String, String> protocols) {
    /// Ids are told in any case.
    public UsbRow {
      vid = vid.toLowerCase(Locale.ROOT);
      pid = pid.toLowerCase(Locale.ROOT);
    }

    /// The interface of the AT port, where the number is known.
    public Optional<Integer> atInterface() {
      return interfaces.entrySet().stream()
          .filter(each -> each.getValue().equals("at-primary"))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    boolean is(String vendor, String product) {
      return vid.equalsIgnoreCase(vendor) && (pid.isEmpty() || pid.equalsIgnoreCase(product));
    }
  }

  /// The serial line: bits per second, whether DTR must be raised, the shortest gap between
  /// commands.
  public record Serial(int baud, boolean dtr, Duration gap) {}

  /// A habit that differs from the standard.
  public record Quirk(String id, String text, Evidence evidence) {}

  /// How the answer to the family's band command is coded, and where each technology's bands stand:
  /// the place of the field counted from 1, or the name of the setting.
  public record BandCoding(Coding coding, Map<String, String> places) {
    /// The codings met.
    public enum Coding {
      /// A hexadecimal mask, bit 0 for band 1.
      MASK_HEX,
      /// A decimal mask, bit 0 for band 1.
      MASK_DECIMAL,
      /// Numbers with colons between them.
      LIST,
      /// One list of all technologies: UMTS as it is, LTE with 100 added, NR with 50 in front.
      PREFIXED
    }
  }

  /// How the simulator plays this family: the names it is offered under, what identity commands
  /// answer, the echo's shape, and what it says when it starts.
  public record Simulator(
      List<String> devices,
      String manufacturer,
      String model,
      String revision,
      String tac,
      List<String> bootLines,
      Duration boot,
      boolean echoReturnOnly,
      Habits habits) {}

  /// How a simulated modem differs from the next: its card slots; the shortest and longest operator
  /// scan; how long the card is busy after a start; what answers late (beginnings of commands); its
  /// carrier configuration (`mbn`, `umnoprof` or none); whether it sleeps in PSM; whether it is
  /// mute without DTR; and how it is with an eUICC.
  public record Habits(
      int slots,
      List<Duration> scan,
      Duration cardBusy,
      Map<String, Duration> late,
      String carrier,
      boolean powerSaving,
      boolean dtrRequired,
      EuiccHabits euicc) {
    /// Those of a modem whose profile names none.
    public static final Habits USUAL =
        new Habits(
            1,
            List.of(Duration.ofSeconds(60), Duration.ofSeconds(180)),
            Duration.ofSeconds(2),
            Map.of(),
            "",
            false,
            false,
            EuiccHabits.USUAL);
  }

  /// How a simulated modem is with an eUICC: what it does after a switch of profiles, where that
  /// differs from what the profile says of the family; what it says while no profile is enabled;
  /// and how many bytes of data a command to the card may have.
  public record EuiccHabits(
      Optional<AfterSwitch> afterSwitch, WithoutProfile withoutProfile, int longest) {
    /// Those of a modem whose profile names none.
    public static final EuiccHabits USUAL =
        new EuiccHabits(Optional.empty(), WithoutProfile.NO_SIM, 255);

    /// What follows a switch; registration, contexts and channels are lost in any case.
    public enum AfterSwitch {
      /// It reads the card again.
      REREADS,
      /// It goes on showing the former ICCID and IMSI until a cycle of +CFUN=0 and 1.
      KEEPS,
      /// It vanishes and enumerates again.
      REENUMERATES
    }

    /// What it says while no profile is enabled.
    public enum WithoutProfile {
      /// CME error 10, as without a card.
      NO_SIM,
      /// `+CPIN: EMPTY_EUICC`.
      EMPTY_EUICC,
      /// CME error 10, and the eUICC cannot be reached either.
      NO_CHANNEL
    }
  }

  /// The commands of a slot in the order to try, such as `iccid`; none when the family has none.
  public List<String> slot(String slot) {
    return commands.getOrDefault(slot, List.of());
  }

  /// How well a place such as `commands.iccid` is known; empty when the profile says nothing there.
  public Optional<Evidence> evidence(String place) {
    return facts.stream()
        .filter(fact -> fact.place().equals(place))
        .map(Fact::evidence)
        .findFirst();
  }
}
