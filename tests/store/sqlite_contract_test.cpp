#define STORE_UNDER_TEST thi::store::test::SqliteSite
#include "store/contract.h"
