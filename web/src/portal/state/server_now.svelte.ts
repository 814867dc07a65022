// The server's time in a page that is left open: asked once, then counted here, and asked again
// after the machine slept or its clock was set.
import { ask, site } from "#core/api/site";
import { ServerClock } from "#core/clock";

const tick_ms = 1000;

// For use in a component's set-up; undefined until the server has answered.
export function server_now(): { readonly at: number | undefined } {
  const clock = new ServerClock();
  let at = $state<number | undefined>(undefined);

  async function sync(): Promise<void> {
    const sent = clock.perf();
    const reply = await ask(site.GET("/api/time"));
    if (!reply.ok) return;
    clock.sample(reply.data.server_now, sent, clock.perf());
    at = clock.now();
  }
  $effect(() => {
    void sync();
    const timer = setInterval(() => {
      if (clock.jumped()) void sync();
      else if (clock.synced) at = clock.now();
    }, tick_ms);
    return () => clearInterval(timer);
  });
  return {
    get at() {
      return at;
    },
  };
}
