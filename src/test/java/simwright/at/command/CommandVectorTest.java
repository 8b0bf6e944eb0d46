package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.sms.Submission;
import simwright.identity.Plmn;

/// Answers with the values they must give, in shapes of the clause that each command names.
class CommandVectorTest {
  /// Commands whose vector stands here and is an example of the standard's text.
  static Set<String> covered() {
    return Set.of(
        "ReadAttachment", // 27.007 10.1.9
        "ReadFunctionality", // 27.007 8.2; the nRF9151 transcript of the collected replies
        "ReadSierraStatus", // the table of an EM7455 in the collected replies
        "ScanOperators", // 27.007 7.3; the Sierra line of the collected replies
        "ReadContexts", // 27.007 10.1.1
        "ReadExtendedError", // 27.007 6.10
        "ReadCarrierConfiguration", // Quectel EG25-G and u-blox SARA-R4 sketches, see below
        "ReadClock", // 27.007 8.15
        "SendMessage", // 27.005 annex
        "SendPdu", // its answer is that of SendMessage
        "ReadPdu", // ModemManager's message tests, see below
        "ListMessages", // 27.005 annex
        "ReadMessage"); // 27.005 annex
  }

  @Test
  void valuesWithUnits() {
    assertEquals(37.0 - 0.5, value("AT+GTSENRDTEMP=1", "+GTSENRDTEMP: 1,36500"));
    assertEquals(
        new ReadCounters.Counters(109169083, 82663256),
        value("AT+QGDCNT?", "+QGDCNT: 109169083,82663256"));
    assertEquals(
        new ReadCounters.Counters(729407, 11),
        value("AT#GDATAVOL=1", "#GDATAVOL: 2,729407,11,729418"));
    assertEquals(new ReadCounters.Counters(5, 6), value("AT#GDATAVOL=1", "#GDATAVOL: 2,11,5,6"));
    assertEquals(
        new ReadCounters.Counters(2724, 1839),
        value("AT+UGCNTRD", "+UGCNTRD: 31,2704,1819,2724,1839"));
    assertEquals(
        new ReadCounters.Counters(255, 16),
        value("AT^DSFLOWQRY", "^DSFLOWQRY:0,1,2,3,000000FF,00000010"));
    assertEquals(
        new ReadCounters.Counters(3000, 4000), value("AT%XCONNSTAT?", "%XCONNSTAT: 0,0,3,4,9,9"));
    assertEquals(1, value("AT+QUIMSLOT?", "+QUIMSLOT: 1"));
    assertEquals("90", value("AT+UMNOPROF?", "+UMNOPROF: 90"));
    assertEquals(
        "ROW_Generic_3GPP",
        value("AT+QMBNCFG=\"Select\"", "+QMBNCFG: \"Select\",\"ROW_Generic_3GPP\""));
    assertEquals(1, value("AT+GTDUALSIM?", "+GTDUALSIM : 0, \"SUB1\", \"L\""));
    assertEquals(2, value("AT+SMSIMCFG?", "+SMSIMCFG: 1,2"));
    assertEquals(2, value("AT^SCFG=\"SIM/CS\"", "^SCFG: \"SIM/CS\",\"SIM3\""));
    assertEquals("1:3:5", value("AT+QNWPREFCFG=\"lte_band\"", "+QNWPREFCFG: \"lte_band\",1:3:5"));
    assertEquals("26/01/01,12:00:00+04", value("AT+CCLK?", "+CCLK: \"26/01/01,12:00:00+04\""));
    assertEquals(true, value("AT+CGATT?", "+CGATT: 1"));
    assertEquals(3, value("AT+CPINR=\"SIM PIN\"", "+CPINR: SIM PUK,10,10", "+CPINR: SIM PIN,3,3"));
    assertEquals(3, value("AT+QPINC?", "+QPINC: \"SC\",3,10"));
    assertEquals(2, value("AT+UPINCNT", "+UPINCNT: 2,3,10,10"));
    assertEquals(3, value("AT^CPIN?", "^CPIN: SIM PIN,,10,3,10,3"));
    assertEquals(1, value("AT+CGEREP?", "+CGEREP: 1,0"));
    assertEquals("No cause", value("AT+CEER", "+CEER: No cause"));
    assertEquals(
        Map.of(1, new ReadAuthentication.SignIn(2, "user")),
        value("AT+CGAUTH?", "+CGAUTH: 1,2,\"user\",\"word\""));
  }

  private static Object value(String command, String... lines) {
    return Commands.read(command, List.of(lines)).orElseThrow();
  }

  @Test
  void messages() {
    ListMessages.Message first =
        new ListMessages()
            .parse(
                List.of(
                    "+CMGL: 1,\"REC UNREAD\",\"+31625012354\",,\"95/07/03,17:38:15+04\"",
                    "Test of an SMS,",
                    "with two lines"))
            .orElseThrow()
            .getFirst();
    assertEquals("Test of an SMS,\nwith two lines", first.text());
    assertEquals("REC UNREAD", first.status());
    assertTrue(new ListMessages().parse(List.of("stray")).isEmpty());
    ListMessages.Message one =
        new ReadMessage(3)
            .parse(
                List.of("+CMGR: \"REC READ\",\"+31625012354\",,\"95/07/03,17:38:15+04\"", "hello"))
            .orElseThrow();
    assertEquals("hello", one.text());
    assertTrue(new ReadMessage(3).parse(List.of()).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new SendMessage("+1555", "stop\u001a"));
    assertEquals(Optional.of(188), new SendMessage("+15550100", "x").parse(List.of("+CMGS: 188")));
    assertEquals(
        Optional.of(new AskNetwork.Reply(0, "Your balance")),
        AskNetwork.reply("+CUSD: 0,\"Your balance\",15"));
    assertEquals(
        Optional.of(new AskNetwork.Reply(1, "Hi")), AskNetwork.reply("+CUSD: 1,\"00480069\",72"));
    assertEquals(Optional.empty(), new AskNetwork("*100#").parse(List.of()).orElseThrow());
  }

  @Test
  void messagesInPduMode() {
    String digits = "07912143658709F1040B918100551512F20000111010214365000AE8329BFD4697D9EC37";
    StoredMessage one = new ReadPdu(3).parse(List.of("+CMGR: 1,,28", digits)).orElseThrow();
    assertEquals(1, one.status());
    assertTrue(one.message().toString().contains("hellohello"));
    assertTrue(new ReadPdu(3).parse(List.of("+CMGR: 1,,28")).isEmpty());
    assertTrue(new ReadPdu(3).parse(List.of("+CMGR: 1,,28", "nonsense")).isEmpty());
    assertTrue(new ListPdus().parse(List.of("+CMGL: 1,1,,28")).isEmpty());
    assertEquals(List.of(), new ListPdus().parse(List.of()).orElseThrow());
    Submission.Unit unit = new Submission("+15550100", "x", Duration.ZERO).units(0).getFirst();
    assertEquals("AT+CMGS=" + unit.length(), new SendPdu(unit).text());
    assertEquals(Optional.of(unit.hex()), new SendPdu(unit).body());
    assertEquals(Optional.of(7), new SendPdu(unit).parse(List.of("+CMGS: 7")));
  }

  @Test
  void packetEventsAndContexts() {
    assertEquals(Optional.of(new PacketEvent.Detached(true)), PacketEvent.of("+CGEV: NW DETACH"));
    assertEquals(
        Optional.of(new PacketEvent.Activated(Optional.of(1), Optional.of(0))),
        PacketEvent.of("+CGEV: ME PDN ACT 1,0"));
    assertEquals(
        Optional.of(new PacketEvent.Deactivated(true, Optional.of(2))),
        PacketEvent.of("+CGEV: NW PDN DEACT 2"));
    assertEquals(
        Optional.of(new PacketEvent.Activated(Optional.of(1), Optional.empty())),
        PacketEvent.of("+CGEV: EPS PDN ACT 1"));
    assertEquals(
        Optional.of(new PacketEvent.Other("ME CLASS B")), PacketEvent.of("+CGEV: ME CLASS B"));
    var given =
        new ReadContextParameters()
            .parse(
                List.of(
                    "+CGCONTRDP:"
                        + " 1,5,\"internet.mnc001.mcc001.gprs\",\"192.0.2.17\",\"192.0.2.1\",\"192.0.2.53\",\"192.0.2.54\""))
            .orElseThrow()
            .getFirst();
    assertEquals(List.of("192.0.2.53", "192.0.2.54"), given.nameServers());
    assertEquals(Optional.of("192.0.2.17"), given.address());
    ReadSlices.Slices slices =
        new ReadSlices()
            .parse(List.of("+C5GNSSAIRDP: 2,\"01\",0,\"\",5,\"01.0000A1:02\""))
            .orElseThrow();
    assertEquals(List.of("01"), slices.defaults());
    assertEquals(List.of("01.0000A1", "02"), slices.allowed());
  }

  @Test
  void cardFiles() {
    ReadCardFile.Content iccid =
        content(ReadCardFile.binary(ReadCardFile.EF_ICCID, 10), "98881200000000000070");
    assertEquals("89882100000000000007", ReadCardFile.iccid(iccid).orElseThrow().value());
    ReadCardFile.Content ad = content(ReadCardFile.binary(ReadCardFile.EF_AD, 4), "00000003");
    assertEquals(Optional.of(3), ReadCardFile.networkCodeLength(ad));
    ReadCardFile.Content forbidden =
        content(ReadCardFile.binary(ReadCardFile.EF_FPLMN, 12), "00F110130062FFFFFFFFFFFF");
    assertEquals(
        List.of(new Plmn("001", "01"), new Plmn("310", "260")), ReadCardFile.forbidden(forbidden));
    assertEquals("AT+CRSM=214,28539,0,0,6,\"FFFFFFFFFFFF\"", ReadCardFile.clearForbidden(6).text());
    assertTrue(iccid.done());
  }

  private static ReadCardFile.Content content(ReadCardFile read, String hex) {
    return read.parse(List.of("+CRSM: 144,0,\"" + hex + "\"")).orElseThrow();
  }

  @Test
  void operators() {
    var found =
        new ScanOperators()
            .parse(
                List.of(
                    "+cops: (1,\"A\",\"A\",\"001010\",7),(2,\"B,"
                        + " b\",\"B\",\"00101\"),,(0,1,2,3,4),(0,1,2)"))
            .orElseThrow();
    assertEquals(
        List.of(
            new ScanOperators.Found(1, "A", "A", "001010", Optional.of("LTE")),
            new ScanOperators.Found(2, "B, b", "B", "00101", Optional.empty())),
        found);
    assertEquals(1, value("AT+CFUN?", "+CFUN: 1"));
    assertEquals(
        new ReadOperator.Operator(0, Optional.of("00101"), Optional.of("EN-DC")),
        value("AT+COPS?", "+COPS:0,2,\"00101\",13"));
  }

  @Test
  void pings() {
    assertEquals(
        List.of(new PingReport.Reply("192.0.2.1", 0, 5200)),
        value("AT#PING=\"192.0.2.1\",1", "#PING: 01,\"192.0.2.1\",52,52"));
    assertEquals(
        Optional.of(new PingReport.Summary(4, 4, 0, 56, 73, 66)),
        PingReport.of("+QPING: 0,4,4,0,56,73,66"));
    assertEquals(Optional.of(new PingReport.Failed(569)), PingReport.of("+QPING: 569"));
    assertEquals(
        Optional.of(new PingReport.Reply("192.0.2.9", 60, 85)),
        PingReport.of("+CPING: 1,192.0.2.9,60,85,54"));
    assertEquals(Optional.of(new PingReport.Lost()), PingReport.of("+CPING: 2"));
    assertEquals(Optional.of(new PingReport.Failed(12)), PingReport.of("+UUPINGER: 12"));
    assertEquals(
        "AT+QPING=1,\"192.0.2.1\"", Ping.of("AT+QPING={cid},\"{host}\"", 1, "192.0.2.1").text());
    assertThrows(IllegalArgumentException.class, () -> Ping.of("{host}", 1, "x\";+CFUN=0"));
  }

  @Test
  void whatIsSentIsWhatTheClauseSays() {
    Map<String, AtCommand<?>> texts =
        Map.ofEntries(
            Map.entry("AT+COPS=0", SetOperator.automatic()),
            Map.entry("AT+COPS=1,2,\"00101\"", SetOperator.manual(new Plmn("001", "01"))),
            Map.entry("AT+COPS=2", SetOperator.none()),
            Map.entry("AT+COPS=3,2", SetOperator.byNumber()),
            Map.entry("AT+CFUN=1,1", Commands.any("AT+CFUN=1,1")),
            Map.entry("AT+CGAUTH=1,0", new AuthenticateContext(1, 0, "", "")),
            Map.entry("AT+CGAUTH=1,1,\"u\",\"p\"", new AuthenticateContext(1, 1, "u", "p")),
            Map.entry("AT+CGATT=1", new SetAttachment(true)),
            Map.entry("AT+CGEREP=2,0", new ReportPacketEvents(2)),
            Map.entry("AT+CMGF=1", new SetMessageFormat(true)),
            Map.entry("AT+CNMI=2,1,0,0,0", new ReportMessages(true)),
            Map.entry("AT+CMGD=3", new DeleteMessage(3)),
            Map.entry("AT+CCHC=2", Commands.any("AT+CCHC=2")),
            Map.entry("AT+CPIN=\"1234\"", new EnterPin("1234")),
            Map.entry("AT+QUIMSLOT=2", new SelectSlot("AT+QUIMSLOT=2")),
            Map.entry("AT+CFUN=4", new SetFunctionality(4)),
            Map.entry("AT+CGACT=1,5", new ActivateContext(5, true)),
            Map.entry("AT+CEREG=3", new ReportCauses("+CEREG", 3)),
            Map.entry("AT+CGDCONT=1,\"IP\",\"internet\"", new DefineContext(1, "IP", "internet")),
            Map.entry("AT+CSIM=10,\"0070000001\"", Commands.any("AT+CSIM=10,\"0070000001\"")),
            Map.entry("AT+CGLA=1,10,\"81E2910000\"", Commands.any("AT+CGLA=1,10,\"81E2910000\"")));
    texts.forEach((text, command) -> assertEquals(text, command.text()));
    assertEquals(CommandClass.REBOOT, Commands.any("AT+CFUN=1,1").commandClass());
    assertThrows(IllegalArgumentException.class, () -> new EnterPin("12"));
    assertThrows(IllegalArgumentException.class, () -> new AuthenticateContext(1, 1, "\"", ""));
    assertTrue(Commands.of("AT+NOSUCHTHING?").isEmpty());
    assertTrue(Commands.any("AT+NOSUCHTHING?").parse(List.of("+NOSUCHTHING: 1")).isEmpty());
  }
}
