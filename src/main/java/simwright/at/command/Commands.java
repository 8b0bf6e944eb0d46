package simwright.at.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import simwright.at.AtCommand;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The typed command that stands behind a command line of a hardware profile.
public final class Commands {
  private static final Map<String, BiFunction<String, Units, AtCommand<?>>> QUESTIONS =
      new TreeMap<>();
  private static final Map<String, Function<Units, AtCommand<Radio>>> RADIO = new TreeMap<>();

  /// Commands that ask with a value after the equals sign.
  private static final Set<String> ASK_WITH =
      Set.of(
          "+CGSN",
          "+EGMR",
          "+CPINR",
          "+CGPADDR",
          "+CGCONTRDP",
          "+C5GNSSAIRDP",
          "#GDATAVOL",
          "+QPING",
          "+CPING",
          "+UPING",
          "#PING",
          "#XPING",
          "^SISX",
          "#TEMPSENS",
          "+GTSENRDTEMP",
          "+MTSM",
          "#TEMPMON",
          "+CMGL",
          "+QNWPREFCFG",
          "+QNWCFG",
          "+QNWLOCK",
          "+CCED",
          "+CSYSSEL",
          "+QIDNSGIP",
          "+UDNSRN",
          "+CDNSGIP",
          "#QDNS",
          "#XGETADDRINFO",
          "+QIOPEN",
          "+USOCR",
          "+QISENDEX",
          "+USOST",
          "+QICLOSE",
          "+USOCL",
          "+USOCO",
          "+USOWR",
          "+QIRD",
          "+USORD",
          "+QFLST",
          "+QFDEL",
          "+ULSTFILE",
          "+UDELFILE",
          "+CCERTDELE");

  static {
    put(Manufacturer::new, "+CGMI", "+GMI");
    put(Model::new, "+CGMM", "+GMM");
    put(Revision::new, "+CGMR", "+GMR", "+QGMR", "I", "I0", "I1", "I9", "#SWPKGV", "+GTPKGVER");
    put(Revision::new, "%SHORTSWVER", "%HWVERSION", "+SWVER", "+VERSNAME", "+SIMCOMATI");
    put(ReadImei::new, "+CGSN", "+GSN", "+IMEINUM", "+EGMR");
    put(ReadImsi::new, "+CIMI");
    put(ReadIccid::new, "+CCID", "+QCCID", "+ICCID", "^ICCID", "%XICCID", "#CCID", "!ICCID");
    put(ReadIccid::new, "+CICCID", "^SCID");
    put(text -> new ReadSimState(), "+CPIN");
    put(ReadPinTries::new, "+CPINR", "+QPINC", "+UPINCNT", "#PCT", "^CPIN", "+SPIC");
    put(Commands::registration, "+CREG", "+CGREG", "+CEREG", "+C5GREG");
    put(text -> new ReadOperator(), "+COPS");
    put(text -> new ReadFunctionality(), "+CFUN");
    put(text -> new ReadExtendedError(), "+CEER");
    measure(ReadSlot::new, "+QUIMSLOT", "+QDSIM", "+SMSIMCFG", "!UIMS", "+GTDUALSIM", "#SIMSELECT");
    measure(ReadSlot::new, "^SIMSWITCH", "^SWITCH_SLOT", "%CSUS", "^SCICHG");
    put(ReadBands::new, "+QNWPREFCFG", "+CNBP", "+UBANDMASK", "+UBANDSEL", "#BND", "!BAND");
    put(ReadBands::new, "+GTACT", "^SYSCFGEX", "%XBANDLOCK", "%XCBAND", "+CSYSSEL", "+UACT");
    put(text -> new ReadSlices(), "+C5GNSSAIRDP");
    put(text -> new ReadContexts(), "+CGDCONT");
    put(text -> new ReadContextStates(), "+CGACT");
    put(text -> new ReadAttachment(), "+CGATT");
    put(ReadAddresses::new, "+CGPADDR");
    put(ReadContextParameters::new, "+CGCONTRDP");
    put(text -> new ReadAuthentication(), "+CGAUTH");
    put(text -> new ReadPacketEvents(), "+CGEREP");
    measure(ReadCounters::new, "+QGDCNT", "+QGDNRCNT", "+UGCNTRD", "#GDATAVOL", "^DSFLOWQRY");
    measure(ReadCounters::new, "+GTSTATIS", "%XCONNSTAT");
    put(Ping::new, "+QPING", "+CPING", "+UPING", "#PING", "#XPING", "^SISX");
    put(ResolveName::new, "+QIDNSGIP", "+UDNSRN", "+CDNSGIP", "#QDNS", "#XGETADDRINFO");
    put(OpenSocket::new, "+QIOPEN", "+USOCR");
    put(text -> new SendBytes(text, 0), "+QISENDEX", "+USOST", "+USOWR");
    put(ConnectSocket::new, "+USOCO");
    put(ReadBytes::new, "+QIRD", "+USORD");
    put(CloseSocket::new, "+QICLOSE", "+USOCL");
    measure(ReadTemperature::new, "+QTEMP", "+CPMUTEMP", "+UTEMP", "#TEMPSENS", "+GTSENRDTEMP");
    measure(ReadTemperature::new, "^SCTM", "^CHIPTEMP", "%XTEMP", "!PCTEMP", "+MTSM", "#TEMPMON");
    measure(ReadTemperature::new, "+ETHERMAL");
    measure(ReadSupply::new, "+CBC", "#CBC", "^SBV", "!PCVOLT", "%XVBAT", "+BATGETLEVEL");
    measure(ReadQuectelAntennas::new, "+QRSRP", "+QRSRQ", "+QSINR");
    put(text -> new ReadClock(), "+CCLK");
    put(text -> new ReadQuectelCarriers(), "+QCAINFO");
    put(text -> new ReadQuectelNetwork(), "+QNWINFO");
    put(text -> new ReadMessageStorage(), "+CPMS");
    put(text -> new ListMessages(), "+CMGL");
    put(text -> new ReadOwnNumbers(), "+CNUM");
    put(text -> new ReadHandset(), "+DEVCONINFO");
    put(ReadCarrierConfiguration::new, "+UMNOPROF");
    put(ReadRows::new, "+QNWCFG", "+QNWLOCK", "+CTEC", "+EEMGINFO", "+SETUSB", "+CCED", "+CPAS");
    put(ReadRows::new, "+CIND", "+QSIMDET", "+QSIMSTAT", "+QINISTAT", "+CNMP", "+URAT", "%XSIM");
    put(ReadRows::new, "+QFLST", "+ULSTFILE", "+CCERTLIST");
    put(DeleteStored::new, "+QFDEL", "+UDELFILE", "+CCERTDELE");
    put(ReadRows::new, "%XSYSTEMMODE", "+CMEE", "+CMGF", "+CNMI", "+CSCS", "#QSS", "+GTCAINFO");
    RADIO.put("+CSQ", units -> new ReadSignalQuality());
    RADIO.put("+CESQ", units -> new ReadExtendedSignal());
    RADIO.put("+QCSQ", ReadQuectelSignal::new);
    RADIO.put("+QENG", ReadQuectelCell::new);
    RADIO.put("+CPSI", ReadSimcomSystem::new);
    RADIO.put("#RFSTS", ReadTelitStatus::new);
    RADIO.put("#SERVINFO", ReadTelitCell::new);
    RADIO.put("^SMONI", ReadCinterionCell::new);
    RADIO.put("^HCSQ", ReadHuaweiSignal::new);
    RADIO.put("^MONSC", ReadHuaweiCell::new);
    RADIO.put("+GTCCINFO", ReadFibocomCells::new);
    RADIO.put("!GSTATUS", units -> new ReadSierraStatus());
    RADIO.put("!LTEINFO", units -> new ReadSierraCell());
    RADIO.put("%XMONITOR", ReadNordicMonitor::new);
    RADIO.put("%CONEVAL", ReadNordicEvaluation::new);
    RADIO.put("+UCGED", ReadUbloxCell::new);
  }

  private Commands() {}

  /// The command with its answer's type, or empty when the line is not known; raw numbers are read
  /// by the formulas of the shipped families.
  public static Optional<AtCommand<?>> of(String text) {
    return of(text, Units.shipped());
  }

  /// The same with the formulas of the device's own family.
  public static Optional<AtCommand<?>> of(String text, Units units) {
    String name = Lines.name(text);
    String arguments = Lines.arguments(text);
    Optional<AtCommand<?>> found = special(text, name, arguments.replace("\"", ""), units);
    if (found.isPresent()) {
      return found;
    }
    BiFunction<String, Units, AtCommand<?>> make = QUESTIONS.get(name);
    if (make == null) {
      return radio(text, units).map(command -> command);
    }
    if (arguments.equals("=?")) {
      return Optional.of(new ReadRows(text));
    }
    boolean asks = arguments.isEmpty() || arguments.equals("?") || ASK_WITH.contains(name);
    return asks ? Optional.of(make.apply(text, units)) : Optional.empty();
  }

  /// The typed command, or one that understands OK alone.
  public static AtCommand<?> any(String text) {
    return of(text).orElseGet(() -> new UnknownCommand(text));
  }

  /// The command that tells the radio conditions; empty when the line is none.
  public static Optional<AtCommand<Radio>> radio(String text) {
    return radio(text, Units.shipped());
  }

  private static Optional<AtCommand<Radio>> radio(String text, Units units) {
    String name = Lines.name(text);
    boolean neighbours = name.equals("+QENG") && !Lines.arguments(text).contains("servingcell");
    boolean test = Lines.arguments(text).equals("=?");
    Function<Units, AtCommand<Radio>> make = neighbours || test ? null : RADIO.get(name);
    return make == null ? Optional.empty() : Optional.of(make.apply(units));
  }

  /// What the lines of an answer mean, where the command is known and the shape is too.
  public static Optional<Object> read(String text, List<String> lines) {
    return of(text).flatMap(command -> command.parse(lines).map(Object.class::cast));
  }

  /// Commands whose kind depends on their arguments.
  private static Optional<AtCommand<?>> special(
      String text, String name, String arguments, Units units) {
    return switch (name) {
      case "+COPS" ->
          arguments.equals("=?")
              ? Optional.of(new ScanOperators())
              : written(arguments).map(SetOperator::new);
      case "+CFUN" ->
          arguments.matches("=(?:1,1|6|15|16)") ? Optional.of(new Reboot(text)) : Optional.empty();
      case "+QUIMSLOT", "#SIMSELECT", "!UIMS", "+GTDUALSIM" ->
          arguments.matches("=[0-9]") ? Optional.of(new SelectSlot(text)) : Optional.empty();
      case "+CRESET", "#REBOOT", "!RESET", "^RESET", "#ENHRST", "#XRESET", "+CREBOOT" ->
          Optional.of(new Reboot(text));
      case "+QCFG" -> Optional.of(arguments.equals("=band") ? new ReadBands(text) : rows(text));
      case "^SCFG" ->
          arguments.startsWith("=SIM/CS")
              ? Optional.of(new ReadSlot(text, units))
              : Optional.of(arguments.contains("Band") ? new ReadBands(text) : rows(text));
      case "+QENG" ->
          arguments.startsWith("=neighbourcell")
              ? Optional.of(new ReadQuectelNeighbours())
              : Optional.empty();
      case "+QMBNCFG" ->
          arguments.equalsIgnoreCase("=select")
              ? Optional.of(new ReadCarrierConfiguration(text))
              : Optional.empty();
      case "+QESIM" -> Optional.of(arguments.equals("=eid") ? new ReadEid() : rows(text));
      case "%XCONNSTAT" ->
          arguments.equals("=1") ? Optional.of(new StartCounting(text)) : Optional.empty();
      case "+USECMNG", "%CMNG" -> stored(text, arguments);
      case "+CMGL" -> arguments.matches("=[0-4]") ? Optional.of(new ListPdus()) : Optional.empty();
      case "+CMGR" -> index(arguments).map(ReadMessage::new);
      case "+CUSD" -> code(arguments).map(AskNetwork::new);
      case "+CRSM" -> file(text, Fields.split(written(arguments).orElse("")));
      case "+CCHO", "+CCHC", "+CGLA", "+CSIM" -> card(name, arguments);
      default -> Optional.empty();
    };
  }

  /// What u-blox lists with 3 and deletes with 2 Nordic lists with 1 and deletes with 3.
  private static Optional<AtCommand<?>> stored(String text, String arguments) {
    return arguments.matches("=[13]")
        ? Optional.of(rows(text))
        : arguments.matches("=[23],.+") ? Optional.of(new DeleteStored(text)) : Optional.empty();
  }

  private static Optional<Integer> index(String arguments) {
    return arguments.matches("=[0-9]{1,5}")
        ? Optional.of(Integer.valueOf(arguments.substring(1)))
        : Optional.empty();
  }

  private static Optional<String> code(String arguments) {
    return Optional.of(arguments.replaceFirst("^=1,", "").replaceFirst(",[0-9]{1,3}$", ""))
        .filter(code -> code.matches("[0-9*#+]{1,180}"));
  }

  /// The file of the ICCID gives an ICCID.
  private static Optional<AtCommand<?>> file(String text, Fields fields) {
    OptionalInt file = fields.number(1);
    OptionalInt length = fields.number(4);
    if (fields.number(0).orElse(0) != 176 || file.isEmpty() || length.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        file.getAsInt() == ReadCardFile.EF_ICCID
            ? new ReadIccid(text)
            : ReadCardFile.binary(file.getAsInt(), length.getAsInt()));
  }

  private static AtCommand<?> rows(String text) {
    return new ReadRows(text);
  }

  private static Optional<String> written(String arguments) {
    return arguments.startsWith("=") ? Optional.of(arguments.substring(1)) : Optional.empty();
  }

  private static Optional<AtCommand<?>> card(String name, String arguments) {
    Fields fields = Fields.split(written(arguments).orElse(""));
    String last = fields.text(fields.size() == 0 ? 0 : fields.size() - 1);
    if (name.equals("+CCHC")) {
      return last.isEmpty() ? Optional.empty() : Optional.of(new CloseChannel(last));
    }
    if (!last.matches("(?:[0-9A-Fa-f]{2}){5,}")) {
      return Optional.empty();
    }
    return switch (name) {
      case "+CCHO" -> last.length() > 32 ? Optional.empty() : Optional.of(new OpenChannel(last));
      case "+CGLA" -> Optional.of(new TransmitApdu(Optional.of(fields.text(0)), last));
      default -> Optional.of(new TransmitApdu(Optional.empty(), last));
    };
  }

  private static AtCommand<?> registration(String text) {
    return ReadRegistration.of(text).orElseThrow();
  }

  private static void put(Function<String, AtCommand<?>> make, String... names) {
    for (String name : names) {
      QUESTIONS.put(name, (text, units) -> make.apply(text));
    }
  }

  /// Commands whose answers are raw numbers.
  private static void measure(BiFunction<String, Units, AtCommand<?>> make, String... names) {
    for (String name : names) {
      QUESTIONS.put(name, make);
    }
  }
}
