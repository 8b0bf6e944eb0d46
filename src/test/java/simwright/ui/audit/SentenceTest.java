package simwright.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.journal.Recorded;

class SentenceTest {
  private static String said(String kind, String line) {
    return Sentence.of(new Recorded(1, Instant.EPOCH, "ines", kind, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "job.asked | {'fields':{'act':'device.connect','device':'serial:/dev/ttyUSB2'}} | Asked:"
            + " Connect · ttyUSB2",
        "acceptance.run.started | {'fields':{'content':{'plan':'first-boot','device':'sim:ec25'}}}"
            + " | Acceptance run of first-boot started · ec25",
        "acceptance.step.finished |"
            + " {'fields':{'content':{'measured':[{'outcome':'fail'}],'outcome':'pass','step':'Signal'}}}"
            + " | Step Signal: pass",
        "acceptance.run.unsafe | {'fields':{'content':{'by-hand':'Switch the radio"
            + " on','device':'ec25'}}} | Safe state not verified · ec25 · by hand: Switch the radio"
            + " on",
        "alarm.raised | {'fields':{'text':'disk nearly full'}} | Alarm: disk nearly full",
        "book.profile-refused | {'fields':{'content':{'file':'mine.yaml'}}} | A hardware profile"
            + " was refused: mine.yaml",
        "book.lab | {'fields':{'root':'CN=CI','key':'AB'},'lab':true} | For a lab, this test root"
            + " is trusted: CN=CI · in a lab",
        "lpa.stage |"
            + " {'fields':{'device':'serial:/dev/ttyUSB2','outcome':'done','stage':'local-verification','with':{}}}"
            + " | Card of ttyUSB2, local verification: done",
        "order.confirm | {'fields':{'with':{'server':'es2.example.com'}}} | Order at"
            + " es2.example.com: confirm",
        "something.new | {} | something.new"
      })
  void everyKindOfRecordIsASentence(String kind, String line, String words) {
    assertEquals(words, said(kind, line.replace('\'', '"')));
  }

  @Test
  void textOfADeviceInARecordIsHarmless() {
    assertEquals("Alarm: a⟨U+202E⟩b", said("alarm.raised", "{\"fields\":{\"text\":\"a\u202eb\"}}"));
  }

  @Test
  void aLineThatIsNoJsonIsStillShown() {
    Recorded broken = new Recorded(1, Instant.EPOCH, "ines", "job.done", "{broken");
    assertEquals("{broken", Sentence.pretty(broken));
  }
}
