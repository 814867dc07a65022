#include "app/site.h"

#include "store/sqlite/store.h"

#include <cstdio>
#include <cstdlib>

namespace thi::app {

namespace {

// What is on disk is unknown: nothing may be acknowledged after it, so the process ends at once and
// the next start reads what is there.
void stop_at_once(const std::string& why) {
    std::fprintf(stderr, "{\"event\":\"fatal\",\"why\":\"%s\"}\n", why.c_str());
    std::_Exit(3);
}

} // namespace

Site::Site(const SiteOptions& options, const http::Clock& clock)
    : clock_(clock),
      folder_(options.folder),
      keys_(folder_.paths()),
      vault_(keys_.master()),
      store_(
          store::sqlite::open({.file = folder_.paths().database(), .now = clock.now()}, vault_)) {
    store::CommitterOptions committing;
    committing.now = [&clock] {
        return clock.now();
    };
    committing.fatal = stop_at_once;
    committing.observer = options.observer;
    committer_ =
        std::make_unique<store::Committer>(*store_, keys_, folder_.paths(), std::move(committing));
}

} // namespace thi::app
