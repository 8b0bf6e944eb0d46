package simwright.bench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Kept;
import simwright.device.DeviceSet;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.job.CardActs;
import simwright.job.Job;
import simwright.job.Jobs;
import simwright.job.Permit;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.Links;
import simwright.link.serial.SerialLinks;
import simwright.lpa.CardReading;
import simwright.lpa.Intents;
import simwright.lpa.ProfileDownload;
import simwright.lpa.Servers;
import simwright.lpa.SwitchLimit;
import simwright.rsp.ActivationCode;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.RootFile;
import simwright.rsp.trust.Trust;
import simwright.sim.SimBench;
import simwright.time.SystemTime;
import simwright.time.Time;

/// Modems with an eUICC on pseudo-terminals, the servers of their bench, and a program that has all
/// of them connected: a profile waits for each card, and no other card may have it.
final class ServedCards implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int EVENT = 24;

  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);
  private final Kept log;
  private final Links links;
  private final DeviceSet devices;
  private final CardActs acts;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, ActivationCode> codes = new HashMap<>();

  /// So many devices, of a kind; `through` may stand around what opens their links.
  ServedCards(
      Path folder, int count, String kind, BiFunction<LinkProvider, Time, LinkProvider> through) {
    List<DeviceRequest> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(new DeviceRequest("m" + i, kind, "", 1));
    }
    BenchDescription unused = bench.start(folder.resolve("bench"), wanted);
    BenchDescription served = bench.startServers();
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    Audit book = log.audit();
    links =
        new Links(
            List.of(through.apply(new SerialLinks(time), time)),
            folder.resolve("transcripts"),
            address -> true,
            time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), book, time);
    Intents intents = new Intents(log.store(), book, book::reveal, SwitchLimit.USUAL, time);
    acts =
        new CardActs(
            new Jobs(book, Permit.all(), time),
            devices,
            book,
            servers(served, time),
            intents,
            false,
            time);
    for (BenchDescription.Device each : served.devices()) {
      ids.add(devices.at(new LinkAddress("serial", each.link())).id());
    }
    readAll();
  }

  private static Servers servers(BenchDescription served, Time time) {
    Map<String, InetSocketAddress> ways = new HashMap<>();
    List<Certificate> roots = new ArrayList<>();
    for (BenchDescription.Server each : served.servers()) {
      int colon = each.address().lastIndexOf(':');
      int port = Integer.parseInt(each.address().substring(colon + 1));
      ways.put(each.host(), new InetSocketAddress(each.address().substring(0, colon), port));
      roots.addAll(RootFile.read(Path.of(each.root()), time.now()));
    }
    List<Certificate> root = roots.subList(0, 1);
    return new Servers(new Trust(root), Ways.of(ways), root, time);
  }

  /// Connects all, and learns what waits for which.
  private void readAll() {
    List<Job<CardReading>> jobs =
        ids.stream().map(id -> acts.read(id, Attendant.absent())).toList();
    for (int i = 0; i < ids.size(); i++) {
      Eid eid = end(jobs.get(i)).eid();
      String event = "EVENT-" + eid.value().substring(EVENT);
      codes.put(ids.get(i), ActivationCode.read("LPA:1$smdp.simwright.test$" + event));
    }
  }

  List<String> ids() {
    return List.copyOf(ids);
  }

  /// Begins the download of what waits for the card of a device.
  Job<ProfileDownload.Result> begin(String id) {
    return acts.download(id, codes.get(id), Optional.empty(), Optional.empty(), new Agreeing());
  }

  /// What came of it.
  Iccid installed(Job<ProfileDownload.Result> job) {
    ProfileDownload.Result result = end(job);
    if (!result.installed()) {
      throw new IllegalStateException("not installed: " + result.result());
    }
    return result.announced().iccid().orElseThrow();
  }

  /// The profiles of a card as it tells them, with what it still has to tell.
  CardReading read(String id) {
    return end(acts.read(id, Attendant.absent()));
  }

  private <T> T end(Job<T> job) {
    return job.await(time.deadline(LONGEST)).orElseThrow();
  }

  @Override
  public void close() {
    devices.close();
    links.close();
    log.close();
    bench.close();
    time.close();
  }
}
