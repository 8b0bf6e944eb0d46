package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.at.AtCommand;
import simwright.at.AtSettings;

/// The profile's text chooses the typed command.
class CommandsTest {
  private static final List<AtCommand<?>> QUESTIONS =
      List.of(
          new Manufacturer(),
          new Model(),
          new Revision(),
          new ReadImei(),
          new ReadImsi(),
          new ReadIccid(),
          new ReadSimState(),
          new ReadPinTries(),
          new ReadRegistration(Registration.Domain.FIVE_GS),
          new ReadOperator(),
          new ScanOperators(),
          new ReadFunctionality(),
          new ReadExtendedError(),
          new ReadSlices(),
          new ReadContexts(),
          new ReadContextStates(),
          new ReadAttachment(),
          new ReadAddresses(),
          new ReadContextParameters(),
          new ReadAuthentication(),
          new ReadPacketEvents(),
          new ReadSupply(),
          new ReadClock(),
          new ReadMessageStorage(),
          new ReadOwnNumbers(),
          new ListMessages(),
          new ReadHandset(),
          new ReadEid(),
          new ReadQuectelCarriers(),
          new ReadQuectelNetwork(),
          new ReadQuectelNeighbours(),
          new ReadSignalQuality(),
          new ReadExtendedSignal(),
          new ReadQuectelSignal(),
          new ReadQuectelCell(),
          new ReadSimcomSystem(),
          new ReadTelitStatus(),
          new ReadTelitCell(),
          new ReadCinterionCell(),
          new ReadHuaweiSignal(),
          new ReadHuaweiCell(),
          new ReadFibocomCells(),
          new ReadSierraStatus(),
          new ReadNordicMonitor(),
          new ReadUbloxCell(),
          SetOperator.automatic(),
          new CloseChannel("1"),
          new OpenChannel("A0000005591010FFFFFFFF8900000100"),
          new TransmitApdu(Optional.empty(), "0070000001"),
          new TransmitApdu(Optional.of("2"), "81E2910000"),
          new Reboot("AT+CRESET"));

  /// Commands that only a person's act sends, or whose text alone tells nothing.
  private static final List<AtCommand<?>> ACTS =
      List.of(
          new EnterPin("1234"),
          new SelectSlot("AT+QUIMSLOT=1"),
          new SetFunctionality(1),
          new SetAttachment(false),
          new ReportPacketEvents(1),
          new SetMessageFormat(false),
          new ReportMessages(false),
          new DeleteMessage(1),
          new AuthenticateContext(1, 2, "u", "p"),
          new DefineContext(1, "IP", "internet"),
          new ActivateContext(1, false),
          new ReportCauses("+CREG", 2),
          new SendMessage("+15550100", "x"),
          new ReadMessage(1),
          new AskNetwork("*100#"),
          ReadCardFile.binary(ReadCardFile.EF_AD, 4),
          new ReadSlot("AT+QUIMSLOT?"),
          new ReadCounters("AT+QGDCNT?"),
          new ReadTemperature("AT+QTEMP"),
          new Ping("AT+UPING=\"192.0.2.1\""));

  @TestFactory
  Stream<DynamicTest> everyQuestionIsFoundByItsText() {
    return QUESTIONS.stream()
        .map(command ->
            DynamicTest.dynamicTest(
                command.text(),
                () ->
                    assertEquals(
                        command.getClass(), Commands.of(command.text()).orElseThrow().getClass())));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandHasATextATimeAndNoFearOfNonsense() {
    return Stream.concat(QUESTIONS.stream(), ACTS.stream())
        .map(command ->
            DynamicTest.dynamicTest(
                command.text(),
                () -> {
                  assertTrue(command.text().startsWith("AT"));
                  assertTrue(AtSettings.USUAL.deadline(command.commandClass()).isPositive());
                  List<String> names = command.prefixes();
                  String name = names.isEmpty() ? "+X" : names.getFirst();
                  for (String rest :
                      List.of("", ": ", ": ,,,,,,,,,,,,,,,,,,,", ": \"", ": x,y,z", ": -1")) {
                    assertNotEquals(null, command.parse(List.of(name + rest)));
                  }
                  assertNotEquals(null, command.parse(List.of()));
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+QCFG=\"band\",1", "AT+CSCS=\"UCS2\"", "AT+CPIN=\"1234\"", "AT+ZZZ"})
  void whatIsNoKnownQuestionUnderstandsOkAlone(String text) {
    AtCommand<?> command = Commands.any(text);
    assertEquals(text, command.text());
    assertTrue(command.parse(List.of()).isPresent());
  }

  @Test
  void onlyRadioQuestionsTellRadioConditions() {
    assertTrue(Commands.radio("AT+CSQ").isPresent());
    assertTrue(Commands.radio("at+csq").isPresent());
    assertTrue(Commands.radio("AT+CSQ=?").isEmpty());
    assertTrue(Commands.radio("AT+QENG=\"neighbourcell\"").isEmpty());
    assertTrue(Commands.radio("AT+CGMI").isEmpty());
    assertInstanceOf(ReadRows.class, Commands.any("AT+QUIMSLOT=?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+CPIN: READY|READY",
        "+CPIN: \"SIM PIN\"|PIN",
        "+CPIN: SIM PUK|PUK",
        "+CPIN: SIM PIN2|OTHER_LOCK",
        "+CPIN: PH-NET PIN|OTHER_LOCK",
        "+CPIN: NOT READY|BUSY",
        "CPIN: NOT READY|BUSY",
        "+CPIN: EMPTY_EUICC|NO_PROFILE",
        "+CPIN: NOT INSERTED|ABSENT",
        "+CPIN: SIM FAILURE|FAILED"
      })
  void theCardsStates(String line, SimState state) {
    assertEquals(Optional.of(state), new ReadSimState().parse(List.of(line)));
  }

  @Test
  void addressesInEveryShape() {
    assertEquals(
        Map.of(5, List.of("192.0.2.18", "::1111:2222:3333:4444")),
        addresses("+CGPADDR: 5,\"IPV4:192.0.2.18    IPV6:::1111:2222:3333:4444\""));
    assertEquals(
        Map.of(1, List.of("192.0.2.17", "2001:db8:0:1:18ca:b5ae:d4e9:a2ca")),
        addresses("+CGPADDR: 1,\"192.0.2.17\",\"2001:db8:0:1:18ca:b5ae:d4e9:a2ca\""));
    assertEquals(
        Map.of(0, List.of("192.0.2.5")),
        addresses("+CGPADDR: 0,\"0.0.0.0.0.0.0.0.0.1.0.0.192.0.2.5\""));
    assertEquals(
        Map.of(1, List.of("2001:db8:0:0:0:0:0:1")),
        addresses("+CGPADDR: 1,\"32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1\""));
    assertEquals(Map.of(2, List.of()), addresses("+CGPADDR: 2,0.0.0.0"));
  }

  private static Map<Integer, List<String>> addresses(String line) {
    return new ReadAddresses().parse(List.of(line)).orElseThrow();
  }

  @Test
  void theIccidInEveryShape() {
    for (String line :
        List.of(
            "+CCID: 8988211000000000007",
            "+CCID: \"8988211000000000007F\"",
            "8988211000000000007",
            "ICCID: 8988211000000000007",
            "^ICCID: 988812010000000000F7",
            "%XICCID: 8988211000000000007F")) {
      assertEquals(
          "89882110000000000" + "07".repeat(1),
          new ReadIccid().parse(List.of(line)).orElseThrow().value().substring(0, 19),
          line);
    }
    assertTrue(new ReadIccid().parse(List.of("+CCID: none")).isEmpty());
  }

  @Test
  void unsolicitedLinesAreToldApart() {
    Map<String, Class<?>> kinds =
        Map.ofEntries(
            Map.entry("+CREG: 1", Unsolicited.Registered.class),
            Map.entry("+CGEV: NW DETACH", Unsolicited.Packet.class),
            Map.entry("+QPING: 569", Unsolicited.Pinged.class),
            Map.entry("+CUSD: 0,\"x\",15", Unsolicited.Answered.class),
            Map.entry("+CMTI: \"SM\",3", Unsolicited.MessageStored.class),
            Map.entry("+CPIN: READY", Unsolicited.Card.class),
            Map.entry("CPIN: NOT READY", Unsolicited.Card.class),
            Map.entry("+QSIMSTAT : 1,0", Unsolicited.CardPresence.class),
            Map.entry("RDY", Unsolicited.Started.class),
            Map.entry("^SYSSTART", Unsolicited.Started.class),
            Map.entry("*ATREADY: 1", Unsolicited.Started.class),
            Map.entry("+QIND: PB DONE", Unsolicited.Started.class),
            Map.entry("RING", Unsolicited.Ringing.class),
            Map.entry("+CFUN: 1", Unsolicited.Functionality.class),
            Map.entry("+QIURC: \"pdpdeact\",1", Unsolicited.Maker.class));
    kinds.forEach((line, kind) -> assertInstanceOf(kind, Unsolicited.of(line).orElseThrow(), line));
    assertTrue(Unsolicited.of("a line nobody knows").isEmpty());
  }
}
